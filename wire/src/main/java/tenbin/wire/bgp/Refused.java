package tenbin.wire.bgp;

/** A message that ends the session, with the NOTIFICATION that says why. Has no stack. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Notification answer;

  /** One with what is wrong in words for a log. */
  public Refused(Notification answer, String why) {
    super(why, null, false, false);
    this.answer = answer;
  }

  /** What the other side is told. */
  public Notification answer() {
    return answer;
  }

  /** "OPEN message error: bad peer AS (AS 64500)". */
  public String what() {
    return answer.code() + " (" + getMessage() + ")";
  }
}
