package tenbin.wire.archive;

import java.io.IOException;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;

/** Carries a refusal out of a stream to {@link ArchiveReader}, which unwraps it. */
final class Broken extends IOException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String detail;

  Broken(Fault fault, String detail) {
    super(fault + ": " + detail);
    this.fault = fault;
    this.detail = detail;
  }

  Refused refused(String part) {
    return new Refused(fault, new Place(part, 0, -1), detail);
  }
}
