package tenbin.spine.deliver.order;

/**
 * Rows of a group that had been withheld and may go since: those that lie behind one position and
 * not behind another come at that other one.
 *
 * @param group whose rows
 * @param behind the last position that was passed before they were withheld
 * @param moment where they come: the last position of the hub's order when they were opened
 */
public record Opening(int group, long behind, Moment moment) {
  public Opening {
    if (behind < 0 || moment.position() < behind) {
      throw new IllegalArgumentException("from " + behind + " to " + moment);
    }
  }

  long upTo() {
    return moment.position();
  }
}
