package tenbin.desks.routes.table;

import java.io.IOException;

/** A file that is no snapshot of a table, or not one that can be taken; its message says why. */
public final class SnapshotRefused extends IOException {
  private static final long serialVersionUID = 1L;

  SnapshotRefused(String why) {
    super(why);
  }

  /** Refuses a file in which something is not as it must be. */
  static void unless(boolean sound, String what) throws SnapshotRefused {
    if (!sound) {
      throw new SnapshotRefused("a snapshot in which this cannot be: " + what);
    }
  }
}
