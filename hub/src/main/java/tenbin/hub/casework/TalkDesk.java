package tenbin.hub.casework;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Hand;
import tenbin.web.audit.Audit;
import tenbin.web.problem.Problem;
import tenbin.web.signin.People;
import tenbin.web.signin.Visitor;

/** What pages and programs do alike with the comments of a case and with who has it in hand. */
public final class TalkDesk {
  private final CaseTalk talk;
  private final Hand hand;
  private final People people;
  private final Audit audit;
  private final Clock clock;

  public TalkDesk(CaseTalk talk, Hand hand, People people, Audit audit, Clock clock) {
    this.talk = talk;
    this.hand = hand;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** Some comments, the newest first. */
  CaseTalk.Page page(CaseDoor.Inside inside, int from, int most) {
    return talk.page(inside.plan(), inside.shared(), from, most);
  }

  /**
   * Which place the comment behind another one has.
   *
   * @throws IllegalArgumentException when there is no such comment
   */
  int placeAfter(CaseDoor.Inside inside, UUID comment) {
    return talk.placeAfter(inside.plan(), inside.shared(), comment);
  }

  /** Who had and has the case in hand, of the looker's own member. */
  List<Disclosure> hands(CaseDoor.Inside inside) {
    return List.copyOf(hand.of(inside.plan(), inside.shared().circle()));
  }

  /** Who could have it in hand. */
  List<String> colleagues(Visitor visitor) {
    return Colleagues.of(people, visitor.member());
  }

  /** Somebody says something: to the case's circle, or to one's own. */
  void say(CaseDoor.Inside inside, Visitor visitor, UUID once, String reach, String text) {
    CaseTalk.Words words;
    try {
      words = new CaseTalk.Words(once, reach(reach), text.strip());
    } catch (IllegalArgumentException refused) {
      throw Problem.wrong(String.valueOf(refused.getMessage()));
    }
    if (!talk.say(inside.shared().circle(), author(visitor), words)) {
      throw new Problem(409, "too-many", "Your member has said all that it can in this case.");
    }
    audit.did(visitor, "comment-case", inside.shared().seen().id().toString());
  }

  /** Somebody of one's own takes the case on, or nobody. */
  void handOver(CaseDoor.Inside inside, Visitor visitor, UUID once, String to, String note) {
    if (!Colleagues.has(people, visitor.member(), to)) {
      throw Problem.wrong("Nobody of your organisation has that login.");
    }
    if (note.length() > Hand.MOST_NOTE) {
      throw Problem.wrong("A note has at most " + Hand.MOST_NOTE + " characters.");
    }
    hand.over(inside.shared().circle(), author(visitor), once, to, note);
    audit.did(visitor, "hand-over-case", inside.shared().seen().id().toString());
  }

  static Entry.Reach reach(String word) {
    return switch (word) {
      case "circle" -> Entry.Reach.CIRCLE;
      case "own" -> Entry.Reach.OWN;
      default -> throw new IllegalArgumentException("reach is \"circle\" or \"own\"");
    };
  }

  private Entry.Author author(Visitor visitor) {
    return new Entry.Author(visitor.member(), visitor.actor(), clock.instant());
  }
}
