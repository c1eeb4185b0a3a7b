package tenbin.spine.collect;

/** An upload that cannot go on; the reason is for its sender. */
public final class UploadRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    /** The offset is not where the durable bytes end; ask for the progress. */
    WRONG_OFFSET,
    /** The bytes' digest is not the announced one; begin anew. */
    WRONG_DIGEST,
    TOO_LARGE,
    /** The reporter's or the hub's queue is full; come again later. */
    QUEUE_FULL,
    /** The disk has less free than the hub's reserve; come again later. */
    DISK_FULL,
    /** The hub has lost its database's lock or its store of raw reports; come again soon. */
    NOT_NOW
  }

  private final Cause reason;

  public UploadRefused(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }
}
