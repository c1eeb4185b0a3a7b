package tenbin.spine.storage;

/** An operating failure of database or disk; says who must act. */
public final class StorageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who must act. */
  public enum Actor {
    /** Nobody: the same may succeed when tried again. */
    RETRY,
    /** Whoever operates the hub: folder, rights, disk, server. */
    OPERATOR
  }

  private final Actor actor;

  public StorageFailure(Actor actor, String message, Throwable cause) {
    super(message, cause);
    this.actor = actor;
  }

  public StorageFailure(Actor actor, String message) {
    super(message);
    this.actor = actor;
  }

  public Actor actor() {
    return actor;
  }
}
