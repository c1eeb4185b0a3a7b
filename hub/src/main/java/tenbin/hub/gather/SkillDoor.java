package tenbin.hub.gather;

import static tenbin.nouns.consent.Category.CD;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.roster.Roster;
import tenbin.spine.skill.Skill;
import tenbin.spine.skill.SkillBook;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.form.Once;
import tenbin.web.layout.Everywhere;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** What page and API do with skills, the same way. */
public final class SkillDoor {
  private static final String WHAT = "what";
  private static final String NOTE = "note";

  private final SkillBook book;
  private final Roster roster;
  private final Viewers viewers;
  private final Audit audit;
  private final Clock clock;

  public SkillDoor(SkillBook book, Roster roster, Viewers viewers, Audit audit, Clock clock) {
    this.book = book;
    this.roster = roster;
    this.viewers = viewers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A skill as its reader may see it.
   *
   * @param id for its own member, to take it away
   */
  public record Line(UUID id, boolean own, String member, String what, String note) {
    boolean holds(String word) {
      String all = (what + "\n" + note + "\n" + member).toLowerCase(Locale.ROOT);
      return all.contains(word.toLowerCase(Locale.ROOT));
    }
  }

  /** Lines with what was released for them. */
  record Seen(List<Line> lines, List<Disclosure> shown) {}

  /** Those that the visitor may see and in which a word stands. */
  Seen seen(Visitor visitor, Outlet outlet, String word, Locale locale) {
    Plan plan = viewers.plan(visitor.member(), GroupDoor.PURPOSE, outlet);
    List<Line> lines = new ArrayList<>();
    List<Disclosure> shown = new ArrayList<>();
    for (Skill skill : book.all()) {
      if (plan.decide(told(skill)) instanceof Decision.Released(Disclosure told)) {
        Line line =
            new Line(
                skill.id(),
                skill.member().equals(visitor.member()),
                Everywhere.nameOf(roster.circle(), skill.member(), locale),
                told.fact(WHAT),
                told.fact(NOTE));
        if (line.holds(word.strip())) {
          lines.add(line);
          shown.add(told);
        }
      }
    }
    return new Seen(lines, shown);
  }

  private static Item.Told told(Skill skill) {
    return new Item.Told(
        "skill",
        skill.id().toString(),
        skill.member(),
        Tlp.GREEN,
        List.of(),
        List.of(new Fact(WHAT, CD, skill.what()), new Fact(NOTE, CD, skill.note())));
  }

  void add(Visitor visitor, String once, String what, String note) {
    UUID id = Once.of(visitor, once, "skill");
    try {
      Skill skill =
          new Skill(
              id, visitor.member(), visitor.actor(), clock.instant(), what.strip(), note.strip());
      if (!book.add(skill)) {
        throw new Problem(409, "too-many", "At most " + SkillBook.MOST_OF_ONE + " of one member.");
      }
    } catch (IllegalArgumentException wrong) {
      throw Problem.wrong("A skill is said in 1 to " + Skill.MOST_WHAT + " characters.");
    }
    audit.did(visitor, "add-skill", id.toString());
  }

  void remove(Visitor visitor, UUID id) {
    if (!book.remove(visitor.member(), id)) {
      throw Problem.absent();
    }
    audit.did(visitor, "remove-skill", id.toString());
  }
}
