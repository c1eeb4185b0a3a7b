package tenbin.hub.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.letter.ContactLetter;
import tenbin.spine.newcomer.letter.ContactLetters;
import tenbin.web.audit.Audit;
import tenbin.web.layout.Everywhere;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Invitations;
import tenbin.web.signin.Office;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Visitor;

/** What the secretariat does about newcomers, for its page and its programs. */
public final class InviteDesk {
  /** Names that are tried for a first administrator when somebody had its name before. */
  private static final int MOST_NAMES = 9;

  private final JoiningDoor door;
  private final People people;
  private final Invitations invitations;
  private final Letters letters;
  private final ContactLetters asked;
  private final Audit audit;

  public InviteDesk(
      JoiningDoor door,
      People people,
      Invitations invitations,
      Letters letters,
      ContactLetters asked,
      Audit audit) {
    this.asked = asked;
    this.door = door;
    this.people = people;
    this.invitations = invitations;
    this.letters = letters;
    this.audit = audit;
  }

  /**
   * What became of an invitation.
   *
   * @param sent whether it left by mail
   * @param path of the link, where it has to be handed over in another way
   */
  record Invited(Newcomer newcomer, String login, Letters.Sent sent, Optional<String> path) {}

  /** A network that somebody of the circle answers for already. */
  public record Contradicted(String network, List<String> members) {}

  List<Progress> board() {
    return door.joining().all().stream().map(door::progress).toList();
  }

  /** What an invitation would meet; nothing is done. */
  List<Contradicted> tried(Invite invite, Locale locale) {
    requireFree(invite.id());
    return invite.invited().expected().stream()
        .map(each -> contradicted(invite.id(), each, locale))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Contradicted> contradicted(MemberId id, Network network, Locale locale) {
    OwnRange range = OwnRange.entered(id, network, door.now());
    List<String> members =
        door.joining().others(range).stream()
            .map(each -> Everywhere.nameOf(door.circle(), each, locale))
            .toList();
    return members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Contradicted(network.toString(), members));
  }

  /**
   * A network that waits for the secretariat.
   *
   * @param others members whose networks it would contradict
   * @param letter the newest question to a registered contact
   */
  public record Wait(
      OwnRange range, String holder, List<String> others, Optional<ContactLetter> letter) {
    /** Whether the registered contact said that it is somebody else's. */
    public boolean isDenied() {
      return letter.flatMap(ContactLetter::answer).filter(each -> !each.yes()).isPresent();
    }
  }

  /** Everybody's networks that somebody has to look at, or can: not those that count or ended. */
  List<Wait> waits(Locale locale) {
    return door.joining().openRanges().stream()
        .map(each ->
            new Wait(
                each,
                name(each.holder(), locale),
                contradicted(each.holder(), each.network(), locale)
                    .map(Contradicted::members)
                    .orElse(List.of()),
                asked.newest(each)))
        .toList();
  }

  private String name(MemberId id, Locale locale) {
    return door.joining()
        .find(id)
        .map(each -> each.invited().name(locale))
        .orElseGet(() -> Everywhere.nameOf(door.circle(), id, locale));
  }

  Invited invite(Visitor visitor, Invite invite) {
    requireFree(invite.id());
    Person person = person(invite);
    Newcomer newcomer =
        door.joining().invite(invite.id(), invite.invited(), invite.mail(), visitor.actor());
    audit.did(visitor, "invite-newcomer", invite.id().text());
    return sent(visitor, newcomer, person);
  }

  private Person person(Invite invite) {
    String name = invite.login();
    for (int i = 1; i <= MOST_NAMES; i++) {
      try {
        return people.invite(invite.id(), i == 1 ? name : name + i, EnumSet.allOf(Office.class));
      } catch (IllegalArgumentException taken) {
        // Somebody of an invitation that was taken back had it.
      }
    }
    throw new Problem(409, "too-often", "This organisation was invited too often.");
  }

  private void requireFree(MemberId id) {
    try {
      door.joining().requireFree(id);
    } catch (Joining.Refused taken) {
      throw new Problem(409, "id-taken", "Somebody has this id, or had it.");
    }
  }

  private Invited sent(Visitor visitor, Newcomer newcomer, Person person) {
    String secret = invitations.make(person, visitor.actor(), Joining.LETTER);
    String path = "/welcome#" + secret;
    Letters.Sent sent = letters.invitation(newcomer, path);
    return new Invited(
        newcomer,
        person.login(),
        sent,
        sent == Letters.Sent.SENT ? Optional.empty() : Optional.of(path));
  }

  private Newcomer settling(String id) {
    return find(id)
        .filter(each -> each.stage() == Newcomer.Stage.SETTLING)
        .orElseThrow(Problem::absent);
  }

  /** A newcomer by its id; nobody where it is none. */
  Optional<Newcomer> find(String id) {
    return door.joining().all().stream().filter(each -> each.id().text().equals(id)).findFirst();
  }

  /** Sends another link; the one before ends. */
  Invited again(Visitor visitor, String id, String mail) {
    Newcomer newcomer = settling(id);
    String to = mail.isBlank() ? newcomer.letter().mail() : mail.strip();
    if (!Invite.isMail(to)) {
      throw Problem.wrong("This is no mail address.");
    }
    Person person =
        people.of(newcomer.id()).stream()
            .filter(Person::isActive)
            .min(java.util.Comparator.comparing(Person::createdAt))
            .orElseThrow(Problem::absent);
    Newcomer again = door.joining().again(newcomer.id(), to, visitor.actor());
    audit.did(visitor, "invite-newcomer-again", id);
    return sent(visitor, again, person);
  }

  /** Takes an invitation back, and ends whoever signed in by it. */
  void withdraw(Visitor visitor, String id) {
    Newcomer newcomer = settling(id);
    door.joining().withdraw(newcomer.id());
    people.of(newcomer.id()).stream()
        .filter(Person::isActive)
        .forEach(each -> people.end(each.id()));
    audit.did(visitor, "withdraw-newcomer", id);
  }

  /** What the secretariat says of a network. */
  enum Say {
    LET,
    REFUSE,
    /** It looked itself, and says at what. */
    VERIFY
  }

  /**
   * What the secretariat says of a network.
   *
   * @param means by which it came to its holder
   * @param why what was looked at
   */
  record Said(Say say, Claim.Means means, String why) {
    private static final int MOST_WHY = 500;

    static Said of(String say, String means, String why) {
      try {
        return new Said(
            Say.valueOf(say.toUpperCase(Locale.ROOT)),
            Claim.Means.valueOf(means.toUpperCase(Locale.ROOT).replace('-', '_')),
            why.strip());
      } catch (IllegalArgumentException wrong) {
        throw Problem.wrong("Say let, refuse or verify, and a means of the circle file.");
      }
    }

    String evidence() {
      if (why.isEmpty() || why.length() > MOST_WHY) {
        throw Problem.wrong("Say what was looked at, in 1 to " + MOST_WHY + " characters.");
      }
      return why;
    }
  }

  /** Decides about a network of a newcomer's or a member's. */
  void say(Visitor visitor, String holder, String network, Said said) {
    MemberId id = holderOf(holder);
    OwnRange range = door.range(id, network);
    switch (said.say()) {
      case LET -> let(range, said.means());
      case REFUSE -> door.joining().refuse(range);
      case VERIFY ->
          let(
              door.joining().proved(range, OwnRange.Method.SECRETARIAT, said.evidence()),
              said.means());
    }
    audit.did(visitor, "network-" + said.say().name().toLowerCase(Locale.ROOT), id + " " + network);
    door.grow();
  }

  private MemberId holderOf(String id) {
    return door.joining().openRanges().stream()
        .map(OwnRange::holder)
        .filter(each -> each.text().equals(id))
        .findFirst()
        .orElseThrow(Problem::absent);
  }

  private void let(OwnRange range, Claim.Means means) {
    try {
      door.joining().let(range, means);
    } catch (Joining.Refused nothing) {
      throw new Problem(409, "not-proved", "Nobody proved it, or the proof is over.");
    }
  }
}
