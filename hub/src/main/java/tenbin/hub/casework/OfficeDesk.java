package tenbin.hub.casework;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseLink;
import tenbin.spine.casework.CaseMatrix;
import tenbin.web.exit.Viewers;
import tenbin.web.signin.Visitor;

/**
 * Cases as the secretariat joins and divides them: it runs them, so it holds who is in each; what
 * is shown goes through the balance all the same, under ids of its own.
 */
public final class OfficeDesk {
  static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  static final String TYPE = "type";
  static final String WHAT = "what";
  static final String OPENED = "first-sighting";
  static final String DUE = "due";

  /** "aozora checking", a line each, sorted. */
  static final String MEMBERS = "members";

  static final String KIND_OF_LINK = "link";
  static final String FROM = "from";
  static final String INTO = "into";
  static final String BY = "by";
  static final String AT = "at";
  static final String UNDONE_BY = "undone-by";
  static final String UNDONE_AT = "undone-at";

  private static final String CASE = "office-case";
  private static final String LINK = "office-link";

  private final CaseBook book;
  private final Viewers viewers;
  private final Clock clock;

  public OfficeDesk(CaseBook book, Viewers viewers, Clock clock) {
    this.book = book;
    this.viewers = viewers;
    this.clock = clock;
  }

  Plan plan(Visitor visitor, Outlet outlet) {
    return viewers.plan(visitor.member(), PURPOSE, outlet);
  }

  /** Every case that stands, newest first. */
  List<Disclosure> cases(Plan plan) {
    return book.matrix().stream().flatMap(each -> show(plan, each).stream()).toList();
  }

  private static Optional<Disclosure> show(Plan plan, CaseMatrix matrix) {
    String family = matrix.finding().kind().family();
    String members =
        matrix.states().entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue().word())
            .sorted()
            .collect(Collectors.joining("\n"));
    return tell(
        plan,
        CASE,
        matrix.finding().id(),
        List.of(
            fact(TYPE, matrix.finding().kind().rsit().type()),
            fact(WHAT, family.isEmpty() ? matrix.finding().kind().identifier() : family),
            fact(OPENED, matrix.finding().from().toString()),
            fact(DUE, matrix.deadline().due().toString()),
            fact(MEMBERS, members)));
  }

  /** What was joined and divided, newest first. */
  List<Disclosure> links(Plan plan) {
    return book.links().all().stream().flatMap(each -> show(plan, each).stream()).toList();
  }

  private static Optional<Disclosure> show(Plan plan, CaseLink link) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(KIND_OF_LINK, link.kind() == CaseLink.Kind.JOIN ? "join" : "split"));
    facts.add(fact(FROM, plan.idOf(CASE, link.from()).toString()));
    facts.add(fact(INTO, plan.idOf(CASE, link.into()).toString()));
    facts.add(
        fact(
            MEMBERS,
            link.members().stream()
                .map(MemberId::text)
                .sorted()
                .collect(Collectors.joining("\n"))));
    facts.add(fact(BY, link.done().by()));
    facts.add(fact(AT, link.done().at().toString()));
    link.undone()
        .ifPresent(undone -> {
          facts.add(fact(UNDONE_BY, undone.by()));
          facts.add(fact(UNDONE_AT, undone.at().toString()));
        });
    return tell(plan, LINK, link.id().toString(), facts);
  }

  private static Fact fact(String name, String value) {
    return new Fact(name, Category.CD, value);
  }

  private static Optional<Disclosure> tell(Plan plan, String kind, String id, List<Fact> facts) {
    MemberId office = plan.request().recipient();
    Item.Told told = new Item.Told(kind, id, office, Tlp.AMBER, List.of(office), facts);
    return plan.decide(told) instanceof Decision.Released(Disclosure shown)
        ? Optional.of(shown)
        : Optional.empty();
  }

  /** Joins one case into another; false when that makes no sense. */
  boolean join(Plan plan, Visitor visitor, String from, String into) {
    Optional<String> one = inner(plan, from);
    Optional<String> other = inner(plan, into);
    return one.isPresent()
        && other.isPresent()
        && book.links().join(one.get(), other.get(), deed(visitor)).isPresent();
  }

  /** Gives some members of a case a case of their own; false when that makes no sense. */
  boolean split(Plan plan, Visitor visitor, String from, Set<String> members) {
    Optional<CaseMatrix> matrix =
        book.matrix().stream()
            .filter(each -> plan.idOf(CASE, each.finding().id()).toString().equals(from))
            .findFirst();
    Set<MemberId> over =
        matrix.map(each -> each.states().keySet()).orElse(Set.of()).stream()
            .filter(each -> members.contains(each.text()))
            .collect(Collectors.toSet());
    return matrix.isPresent()
        && over.size() == members.size()
        && book.links().split(matrix.get().finding().id(), over, deed(visitor)).isPresent();
  }

  /** Takes a link away; false when none of that name stands by itself. */
  boolean undo(Plan plan, Visitor visitor, String link) {
    return book.links().all().stream()
        .map(CaseLink::id)
        .filter(each -> plan.idOf(LINK, each.toString()).toString().equals(link))
        .findFirst()
        .filter(each -> book.links().undo(each, deed(visitor)))
        .isPresent();
  }

  private Optional<String> inner(Plan plan, String shown) {
    return book.matrix().stream()
        .map(each -> each.finding().id())
        .filter(each -> plan.idOf(CASE, each).toString().equals(shown))
        .findFirst();
  }

  private CaseLink.Deed deed(Visitor visitor) {
    return new CaseLink.Deed(visitor.actor(), clock.instant());
  }
}
