package tenbin.hub.page;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.Conflict;
import tenbin.web.layout.Everywhere;

/** What a viewer signed, and what the secretariat has to settle: papers of its own. */
public final class CirclePapers {
  private final Circle circle;
  private final MemberId viewer;
  private final Showing showing;
  private final Locale locale;
  private final Instant now;

  public CirclePapers(Circle circle, Plan plan, Locale locale, Clock clock) {
    this.circle = circle;
    this.showing = new Showing(plan);
    this.viewer = showing.viewer();
    this.locale = locale;
    this.now = clock.instant();
  }

  /** An agreement that the viewer signed. */
  public record Signed(
      String id,
      String title,
      List<String> purposes,
      List<String> categories,
      List<String> parties,
      Instant from,
      Optional<Instant> to,
      boolean inForce,
      String evidence) {}

  /** Two members that claim one range. */
  public record Dispute(String one, String oneNetwork, String other, String otherNetwork) {}

  /** Everything that was released for the last views, for the ledger. */
  public List<Disclosure> shown() {
    return showing.shown();
  }

  /**
   * What the viewer itself signed: its own contract, so it is the holder and knows the parties. The
   * secretariat keeps them all.
   */
  List<Signed> agreements(boolean all) {
    List<Signed> signed = new ArrayList<>();
    for (Agreement each : circle.agreements()) {
      if (all || each.signedBy().contains(viewer)) {
        showing
            .tell("agreement", each.id(), viewer, facts(each))
            .map(this::signed)
            .ifPresent(signed::add);
      }
    }
    return signed;
  }

  private List<Fact> facts(Agreement each) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "id", each.id());
    add(facts, "title", each.title());
    add(facts, "purposes", lines(each.purposes().stream().sorted().map(Purpose::word)));
    add(facts, "categories", lines(each.categories().stream().sorted().map(Facts::word)));
    add(facts, "parties", lines(each.signedBy().stream().sorted().map(this::name)));
    add(facts, "from", each.validity().from().toString());
    add(facts, "to", each.validity().end().map(Instant::toString).orElse(""));
    add(facts, "in-force", Boolean.toString(each.validity().holdsAt(now)));
    add(facts, "evidence", each.evidence());
    return facts;
  }

  /** Today's name of a party whose entry the viewer may see; else as the paper calls it. */
  private String name(MemberId party) {
    return circle
        .member(party)
        .map(member -> new Fact("name", Category.C0, Everywhere.nameOf(member, locale)))
        .flatMap(name -> showing.tell("member", party.text(), party, List.of(name)))
        .map(row -> row.fact("name"))
        .filter(name -> !name.isEmpty())
        .orElse(party.text());
  }

  private Signed signed(Disclosure shown) {
    return new Signed(
        shown.fact("id"),
        shown.fact("title"),
        shown.fact("purposes").lines().toList(),
        shown.fact("categories").lines().toList(),
        shown.fact("parties").lines().toList(),
        Instant.parse(shown.fact("from")),
        Optional.of(shown.fact("to")).filter(text -> !text.isEmpty()).map(Instant::parse),
        shown.fact("in-force").equals("true"),
        shown.fact("evidence"));
  }

  /** Two claims on one range, out of the circle file: the secretariat holds it and asks alone. */
  public List<Dispute> disputes(List<Conflict> conflicts) {
    List<Dispute> disputes = new ArrayList<>();
    for (Conflict each : conflicts) {
      List<Fact> facts = new ArrayList<>();
      add(facts, "one", each.one().holder().text());
      add(facts, "one-network", each.one().network().toString());
      add(facts, "other", each.other().holder().text());
      add(facts, "other-network", each.other().network().toString());
      showing
          .tell("conflict", each.toString(), viewer, facts)
          .map(row ->
              new Dispute(
                  row.fact("one"),
                  row.fact("one-network"),
                  row.fact("other"),
                  row.fact("other-network")))
          .ifPresent(disputes::add);
    }
    return disputes;
  }

  private static void add(List<Fact> facts, String name, String value) {
    facts.add(new Fact(name, Category.CD, value));
  }

  private static String lines(Stream<String> words) {
    return words.collect(Collectors.joining("\n"));
  }
}
