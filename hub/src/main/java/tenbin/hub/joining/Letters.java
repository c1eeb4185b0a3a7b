package tenbin.hub.joining;

import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.letter.ContactLetter;

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
  Letters NONE =
      new Letters() {
        @Override
        public boolean isOpen() {
          return false;
        }

        @Override
        public Sent invitation(Newcomer newcomer, String path) {
          return Sent.NO_MAIL;
        }

        @Override
        public Sent question(ContactLetter letter, Claimant claimant, String path) {
          return Sent.NO_MAIL;
        }
      };

  /** Who says that a network is its own, in both languages. */
  record Claimant(String name, String nameJa) {}

  /** Whether this hub sends mail. */
  boolean isOpen();

  /**
   * The invitation of a newcomer's first administrator.
   *
   * @param path of the link, with its secret behind the #
   */
  Sent invitation(Newcomer newcomer, String path);

  /**
   * The question to a registered contact whether a network is a claimant's.
   *
   * @param path of the link, with its secret behind the #
   */
  Sent question(ContactLetter letter, Claimant claimant, String path);
}
