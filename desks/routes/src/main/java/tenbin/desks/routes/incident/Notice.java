package tenbin.desks.routes.incident;

/**
 * Something about an incident that people are told.
 *
 * @param what of its life
 * @param incident as it stood then
 */
public record Notice(What what, Incident incident) {
  /** Occasions: few, however large an incident is. */
  public enum What {
    /** It began, and enough speaks for it. */
    BEGAN,
    /** It became another size: told when it doubled, and not more often than its pace allows. */
    GREW,
    /** It came back after it was over: the same incident. */
    REOPENED,
    /** It is over. */
    ENDED
  }
}
