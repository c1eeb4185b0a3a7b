package tenbin.spine.collect;

/**
 * A way in that fetches by itself: a folder, a mailbox. The hub runs each on its own virtual thread
 * and calls {@link #poll} again and again.
 */
public interface Source {
  /** Stable and unique: "folder:/var/spool/tenbin", for logs and the page of feeds. */
  String name();

  /**
   * Fetches what there is and hands it to the intake; acknowledges at its origin only what the
   * intake acknowledged.
   *
   * @return how many reports were taken
   */
  int poll(Intake intake) throws java.io.IOException;

  /** How long to wait between two polls. */
  java.time.Duration pause();
}
