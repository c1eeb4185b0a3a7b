package tenbin.hub.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.balance.Reason;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.scales.Ladder;
import tenbin.spine.scales.Picture;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.layout.Everywhere;

/**
 * What stands on the scales, as its one reader may see it: numbers about what it holds itself, with
 * the names of those recipients that it may know.
 */
final class ScalesView {
  private static final String NUMBERS = "scales";

  private final Circle circle;
  private final Showing showing;
  private final Locale locale;

  ScalesView(Circle circle, Plan plan, Locale locale) {
    this.circle = circle;
    this.showing = new Showing(plan);
    this.locale = locale;
  }

  /**
   * A line of the table, and a box on a pan.
   *
   * @param goes whether these rows go
   * @param recipient by name; "" where nobody is, or somebody whom the reader may not know
   * @param reason why they stay, "" when they go
   * @param gate that is shut
   * @param rows how many
   */
  public record Line(boolean goes, String recipient, String reason, String gate, long rows) {
    /** Whether nobody in the circle answers for these rows. */
    public boolean outside() {
      return reason.startsWith("responsible-");
    }
  }

  /** One purpose: its lines and its picture. */
  public record Weighed(String purpose, long goes, long stays, List<Line> lines, Beam beam) {}

  /**
   * A ground that the reader could give, and what it would tip.
   *
   * @param cases of those that the reader sees, in how many of them such rows lie
   */
  public record Offer(
      String id, String title, long rows, int recipients, int cases, List<Line> lines) {}

  /** Everything that was released for the last views, for the ledger. */
  List<Disclosure> shown() {
    return showing.shown();
  }

  List<Weighed> of(Picture picture) {
    return of("", picture);
  }

  /**
   * How the scales hang on a rung of the ladder.
   *
   * @param change what was done to get here
   * @param titles of every clause between here and how things stand, the next one to it first
   * @param weighed in the order of the purposes of how things stand
   */
  public record Rung(Change change, List<String> titles, List<Weighed> weighed) {}

  /** Which way a rung lies. */
  public enum Change {
    GIVEN_UP,
    NONE,
    ADOPTED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The rungs of a ladder, from the fewest approvals to the most.
   *
   * @param standing what was told of how things stand
   * @param title of a clause
   */
  List<Rung> rungs(Ladder ladder, List<Weighed> standing, UnaryOperator<String> title) {
    List<Rung> fewer = new ArrayList<>();
    for (int i = ladder.now() - 1; i >= 0; i--) {
      fewer.add(rung(Change.GIVEN_UP, fewer, ladder.rungs().get(i), title));
    }
    List<Rung> more = new ArrayList<>();
    for (int i = ladder.now() + 1; i < ladder.rungs().size(); i++) {
      more.add(rung(Change.ADOPTED, more, ladder.rungs().get(i), title));
    }
    List<Rung> all = new ArrayList<>(fewer.reversed());
    all.add(new Rung(Change.NONE, List.of(), standing));
    all.addAll(more);
    return all;
  }

  private Rung rung(
      Change change, List<Rung> before, Ladder.Rung rung, UnaryOperator<String> title) {
    List<String> titles = new ArrayList<>(before.isEmpty() ? List.of() : before.getLast().titles);
    String id = "rung " + change.word() + " " + rung.clause();
    tell(id, List.of(number("title", title.apply(rung.clause()))))
        .map(told -> told.fact("title"))
        .ifPresent(titles::add);
    return new Rung(change, titles, of(id + " ", rung.picture()));
  }

  private List<Weighed> of(String about, Picture picture) {
    List<Weighed> all = new ArrayList<>();
    for (Purpose purpose : picture.purposes()) {
      List<Line> lines =
          seen(picture, purpose).entrySet().stream()
              .flatMap(each -> line(about, purpose, each.getKey(), each.getValue()).stream())
              .sorted(HEAVIEST)
              .toList();
      long goes = lines.stream().filter(Line::goes).mapToLong(Line::rows).sum();
      long stays = lines.stream().filter(line -> !line.goes()).mapToLong(Line::rows).sum();
      all.add(new Weighed(purpose.word(), goes, stays, lines, Beam.of(lines)));
    }
    return all;
  }

  /** What the reader can tell apart. Those whom it may not know are one: not even how many. */
  private record Seen(String recipient, Optional<Reason> withheld) {}

  private static final Comparator<Line> HEAVIEST =
      Comparator.comparing((Line line) -> !line.goes())
          .thenComparing(Comparator.comparingLong(Line::rows).reversed())
          .thenComparing(Line::recipient)
          .thenComparing(Line::reason);

  private Map<Seen, Long> seen(Picture picture, Purpose purpose) {
    Map<Seen, Long> all = new LinkedHashMap<>();
    for (Picture.Pan pan : picture.pans()) {
      if (pan.purpose() == purpose) {
        String recipient = pan.recipient().map(this::name).orElse("");
        all.merge(new Seen(recipient, pan.withheld()), pan.rows(), Long::sum);
      }
    }
    return all;
  }

  private Optional<Line> line(String about, Purpose purpose, Seen seen, long rows) {
    List<Fact> facts = new ArrayList<>();
    facts.add(number("goes", Boolean.toString(seen.withheld.isEmpty())));
    facts.add(number("recipient", seen.recipient));
    facts.add(number("reason", seen.withheld.map(Facts::word).orElse("")));
    facts.add(number("gate", seen.withheld.map(each -> each.gate().name()).orElse("")));
    facts.add(number("rows", Long.toString(rows)));
    return tell(about + purpose.code() + " " + seen.recipient + " " + seen.withheld, facts)
        .map(ScalesView::line);
  }

  private static Line line(Disclosure told) {
    return new Line(
        told.fact("goes").equals("true"),
        told.fact("recipient"),
        told.fact("reason"),
        told.fact("gate"),
        Long.parseLong(told.fact("rows")));
  }

  Optional<Offer> offer(Weighbridge.Offer offer, String title) {
    String id = offer.basis().id();
    List<Line> lines = new ArrayList<>();
    Map<String, Long> byName = new TreeMap<>();
    offer
        .tipping()
        .byRecipient()
        .forEach((member, rows) -> byName.merge(name(member), rows, Long::sum));
    byName.forEach((name, rows) -> {
      List<Fact> facts = new ArrayList<>();
      facts.add(number("goes", "true"));
      facts.add(number("recipient", name));
      facts.add(number("reason", ""));
      facts.add(number("gate", ""));
      facts.add(number("rows", Long.toString(rows)));
      tell("offer " + id + " " + name, facts).map(ScalesView::line).ifPresent(lines::add);
    });
    List<Fact> facts =
        List.of(
            number("title", title),
            number("rows", Long.toString(offer.tipping().rows())),
            number("cases", Integer.toString(offer.tipping().cases())));
    return tell("offer " + id, facts)
        .map(told ->
            new Offer(
                id,
                told.fact("title"),
                Long.parseLong(told.fact("rows")),
                lines.size(),
                Integer.parseInt(told.fact("cases")),
                lines));
  }

  /** The numbers are about what the reader holds: its own, and told to nobody else. */
  private Optional<Disclosure> tell(String id, List<Fact> facts) {
    MemberId reader = showing.viewer();
    return showing.tell(
        new Item.Told(NUMBERS, id, reader, Tlp.AMBER_STRICT, List.of(reader), facts));
  }

  private static Fact number(String name, String value) {
    return new Fact(name, Category.C0, value);
  }

  /** The name of a member that the reader may know to belong to the circle. */
  private String name(MemberId id) {
    Optional<Member> member = circle.member(id);
    return member.isPresent() && showing.knows(id) ? Everywhere.nameOf(member.get(), locale) : "";
  }
}
