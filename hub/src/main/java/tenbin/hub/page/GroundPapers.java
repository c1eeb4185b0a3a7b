package tenbin.hub.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.web.layout.Everywhere;
import tenbin.web.layout.ReaderTime;

/**
 * The grounds as one viewer may see them: model clauses with who adopted them, each adoption the
 * adopter's to tell; and what its own member recorded.
 */
final class GroundPapers {
  private final GroundBook book;
  private final Circle circle;
  private final Showing showing;
  private final ReaderTime time;
  private final Instant now;

  GroundPapers(GroundBook book, Circle circle, Plan plan, ReaderTime time) {
    this.book = book;
    this.circle = circle;
    this.showing = new Showing(plan);
    this.time = time;
    this.now = plan.request().at();
  }

  /** A model clause. */
  public record Clause(
      String id,
      String title,
      List<String> purposes,
      List<String> categories,
      List<String> recipients,
      String gates,
      List<String> obligations,
      String evidence,
      boolean inForce,
      boolean adopted,
      boolean adoptable,
      List<Adopter> adopters,
      AdoptionCurve curve) {}

  /** Somebody who adopted a clause and may be known to the viewer. */
  public record Adopter(String name, Instant since) {}

  /** A line of the book that the viewer's own member wrote. */
  public record Line(
      Instant at,
      String person,
      String deed,
      String id,
      String about,
      String evidence,
      boolean revocable) {}

  /** Everything that was released for the last views, for the ledger. */
  List<Disclosure> shown() {
    return showing.shown();
  }

  List<Clause> clauses() {
    return clauses(any -> true).toList();
  }

  /** One of them; nothing is told of the others. */
  Optional<Clause> clause(String id) {
    return clauses(id::equals).findFirst();
  }

  private Stream<Clause> clauses(Predicate<String> ids) {
    return book.inForce().bases().stream()
        .filter(basis -> ids.test(basis.id()))
        .filter(basis -> basis.grant() instanceof Grant.Adopted)
        .flatMap(basis -> clause(basis, (Grant.Adopted) basis.grant()).stream());
  }

  /** A clause is the circle's own paper: the secretariat holds it. */
  private Optional<Clause> clause(Basis basis, Grant.Adopted adopted) {
    MemberId holder = circle.secretariat().map(Member::id).orElse(showing.viewer());
    List<Fact> facts = new ArrayList<>();
    facts.add(Showing.fact("id", basis.id()));
    facts.add(Showing.fact("title", book.title(basis.id(), time.locale())));
    facts.add(Showing.fact("purposes", words(basis.scope().purposes())));
    facts.add(Showing.fact("categories", words(basis.scope().categories())));
    facts.add(Showing.fact("recipients", recipients(basis.scope().recipients())));
    facts.add(Showing.fact("gates", gates(basis)));
    facts.add(Showing.fact("obligations", obligations(basis)));
    facts.add(Showing.fact("evidence", basis.proof().evidence()));
    return showing
        .tell("clause", basis.id(), holder, facts)
        .map(told -> clause(told, basis, adopted));
  }

  private Clause clause(Disclosure told, Basis basis, Grant.Adopted adopted) {
    When when = When.asKnownThen(now);
    List<Adopter> adopters = adopters(basis.id(), adopted, when);
    List<AdoptionCurve.Step> steps =
        adopters.stream().map(each -> new AdoptionCurve.Step(each.name, each.since)).toList();
    Instant from =
        steps.stream()
            .map(AdoptionCurve.Step::since)
            .min(Comparator.naturalOrder())
            .filter(first -> first.isBefore(basisFrom(basis)))
            .orElse(basisFrom(basis));
    // Of those whom the viewer may know: how many there are beside them is not its to read.
    int members = (int) circle.members().stream().map(Member::id).filter(showing::knows).count();
    return new Clause(
        told.fact("id"),
        told.fact("title"),
        told.fact("purposes").lines().toList(),
        told.fact("categories").lines().toList(),
        told.fact("recipients").lines().toList(),
        told.fact("gates"),
        told.fact("obligations").lines().toList(),
        told.fact("evidence"),
        basis.term().holds(when),
        adopted.isAdoptedBy(showing.viewer().party(), when),
        adopted.adopter() != Grant.Adopted.Adopter.SUBJECT,
        adopters,
        AdoptionCurve.of(steps, from, now, members, time));
  }

  private static Instant basisFrom(Basis basis) {
    return basis.term().spans().getFirst().from();
  }

  private List<Adopter> adopters(String clause, Grant.Adopted adopted, When when) {
    List<Adopter> found = new ArrayList<>();
    for (Member member : circle.members()) {
      Term term = adopted.adoptions().term(member.id().party());
      if (term != null && term.holds(when)) {
        List<Fact> facts =
            List.of(
                Showing.fact("name", Everywhere.nameOf(member, time.locale())),
                Showing.fact("since", since(term).toString()));
        showing
            .tell("adoption", clause + " " + member.id(), member.id(), facts)
            .map(told -> new Adopter(told.fact("name"), Instant.parse(told.fact("since"))))
            .ifPresent(found::add);
      }
    }
    found.sort(Comparator.comparing(Adopter::since).thenComparing(Adopter::name));
    return found;
  }

  /** Since when it holds without a break: the last period that has begun. */
  private Instant since(Term term) {
    return term.spans().stream()
        .map(Span::from)
        .filter(from -> !from.isAfter(now))
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** What the viewer's own member recorded, the newest first. */
  List<Line> own() {
    List<Line> lines = new ArrayList<>();
    for (Entry entry : book.history().reversed()) {
      if (entry.by().member().equals(showing.viewer())) {
        lines.add(line(entry));
      }
    }
    return lines;
  }

  private Line line(Entry entry) {
    String about = entry.deed().about();
    return new Line(
        entry.recordedAt(),
        entry.by().person(),
        word(entry.deed()),
        about,
        book.title(about, time.locale()),
        entry.evidence(),
        isRevocable(entry.deed()));
  }

  private boolean isRevocable(Deed deed) {
    return deed instanceof Deed.Recorded recorded
        && recorded.about().startsWith("release/")
        && book.inForce().bases().stream()
            .filter(basis -> basis.id().equals(recorded.about()))
            .anyMatch(basis -> basis.term().holds(When.asKnownThen(now)));
  }

  static String word(Deed deed) {
    return switch (deed) {
      case Deed.Recorded ignored -> "recorded";
      case Deed.Ended ignored -> "ended";
      case Deed.Adopted ignored -> "adopted";
      case Deed.Left ignored -> "left";
      case Deed.Stated ignored -> "stated";
      case Deed.OptedOut ignored -> "opted-out";
      case Deed.OptedIn ignored -> "opted-in";
    };
  }

  private static String words(Set<? extends Enum<?>> values) {
    return values.stream().sorted().map(Facts::word).collect(Collectors.joining("\n"));
  }

  /** A line each: a role's word, a class as "class:member", a party's name. */
  private String recipients(Parties parties) {
    List<String> lines = new ArrayList<>();
    parties.roles().stream().sorted().map(Facts::word).forEach(lines::add);
    parties.classes().stream().sorted().map(each -> "class:" + each).forEach(lines::add);
    parties.named().stream()
        .sorted()
        .map(each -> book.inForce().party(each).name())
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String gates(Basis basis) {
    return basis.opens().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }

  private String obligations(Basis basis) {
    boolean japanese = time.locale().getLanguage().equals(Locale.JAPANESE.getLanguage());
    return basis.obligations().stream()
        .sorted()
        .map(each -> japanese ? each.japanese() : each.english())
        .collect(Collectors.joining("\n"));
  }
}
