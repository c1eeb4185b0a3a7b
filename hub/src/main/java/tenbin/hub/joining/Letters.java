package tenbin.hub.joining;

import tenbin.spine.newcomer.Newcomer;

/** How the secretariat's letters about joining leave, where the hub sends mail. */
public interface Letters {
  /** What became of a letter. */
  enum Sent {
    SENT,
    /** The server would not take it: the link has to be handed over in another way. */
    REFUSED,
    /** This hub sends no mail. */
    NO_MAIL
  }

  /** A hub that sends no mail. */
  Letters NONE = (newcomer, path) -> Sent.NO_MAIL;

  /**
   * The invitation of a newcomer's first administrator.
   *
   * @param path of the link, with its secret behind the #
   */
  Sent invitation(Newcomer newcomer, String path);
}
