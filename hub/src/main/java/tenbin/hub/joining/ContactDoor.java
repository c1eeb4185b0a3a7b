package tenbin.hub.joining;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.letter.ContactLetter;
import tenbin.spine.newcomer.letter.ContactLetters;
import tenbin.spine.newcomer.proof.Registered;
import tenbin.web.audit.Audit;
import tenbin.web.layout.Everywhere;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/**
 * Proofs by the contact that a registry names: whom it names, the letter there, and what its reader
 * says; the same way for pages and programs.
 */
public final class ContactDoor {
  /** Behind this the reader of a letter answers. */
  static final String PATH = "/portal/holder";

  private final JoiningDoor door;
  private final ContactLetters letters;
  private final Lookups lookups;
  private final Letters post;
  private final Audit audit;

  public ContactDoor(
      JoiningDoor door, ContactLetters letters, Lookups lookups, Letters post, Audit audit) {
    this.door = door;
    this.letters = letters;
    this.lookups = lookups;
    this.post = post;
    this.audit = audit;
  }

  /** What became of a question. */
  enum Outcome {
    SENT,
    /** As many went in a day as nobody should get. */
    TOO_OFTEN,
    /** The registry names no such contact of this network. */
    NOT_REGISTERED,
    /** The mail server did not take it. */
    REFUSED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether this hub can ask contacts: it knows a registry and sends mail. */
  boolean isOpen() {
    return lookups.asks(Lookups.Way.REGISTRY) && post.isOpen();
  }

  /** Whom the registry names for a network of the visitor's. */
  List<Registered> contacts(Visitor visitor, String network) {
    OwnRange range = door.own(visitor, network);
    try {
      return lookups.contacts(range.network());
    } catch (IOException silent) {
      throw new Problem(503, "registry-silent", "The registry: " + silent.getMessage());
    }
  }

  /** Asks one whom the registry names now; any other address is none. */
  Outcome ask(Visitor visitor, String network, String mail) {
    OwnRange range = door.own(visitor, network);
    String plain = mail.strip().toLowerCase(Locale.ROOT);
    Optional<Registered> contact =
        contacts(visitor, network).stream().filter(each -> each.mail().equals(plain)).findFirst();
    if (contact.isEmpty()) {
      return Outcome.NOT_REGISTERED;
    }
    Optional<ContactLetters.Written> written = letters.write(range, contact.get());
    if (written.isEmpty()) {
      return Outcome.TOO_OFTEN;
    }
    audit.did(visitor, "ask-contact", network);
    Letters.Sent sent =
        post.question(
            written.get().letter(), claimant(range.holder()), PATH + "#" + written.get().secret());
    return sent == Letters.Sent.SENT ? Outcome.SENT : Outcome.REFUSED;
  }

  /** Who says that a network is its own, newcomer or member. */
  Letters.Claimant claimant(MemberId holder) {
    return door.joining()
        .find(holder)
        .map(each -> new Letters.Claimant(each.invited().name(), each.invited().nameJa()))
        .orElseGet(() ->
            new Letters.Claimant(
                Everywhere.nameOf(door.circle(), holder, Locale.ENGLISH),
                Everywhere.nameOf(door.circle(), holder, Locale.JAPANESE)));
  }

  Optional<ContactLetter> open(String secret) {
    return letters.open(secret);
  }

  /** Takes what the reader of a letter says; it can say otherwise while the link holds. */
  ContactLetter say(String secret, boolean yes) {
    ContactLetter letter = letters.open(secret).orElseThrow(Problem::absent);
    letters.say(letter, yes);
    audit.did(
        new Reader(letter),
        yes ? "confirm-network" : "deny-network",
        letter.member() + " " + letter.network());
    door.grow();
    return letters.open(secret).orElse(letter);
  }

  /** The reader of a letter, as the audit names it. */
  private record Reader(ContactLetter letter) implements Audit.Actor {
    /** As much of a digest as tells letters apart. */
    private static final int SHORT = 12;

    @Override
    public String actor() {
      return "letter:" + letter.secret().hex().substring(0, SHORT);
    }

    @Override
    public String memberText() {
      return letter.member().text();
    }
  }
}
