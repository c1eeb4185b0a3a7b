package tenbin.spine.backup;

import java.io.IOException;

/** A backup cannot be made or restored, with words for whoever operates the hub. */
public final class BackupRefused extends IOException {
  private static final long serialVersionUID = 1L;

  public BackupRefused(String message) {
    super(message);
  }
}
