package tenbin.wire;

import java.io.IOException;

/** Carries a refusal through a stream or a sink to {@link Reading}, which unwraps it. */
final class LimitReached extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  LimitReached(Refused refused) {
    super(refused.getMessage());
    this.refused = refused;
  }

  Refused refused() {
    return refused;
  }
}
