package tenbin.hub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.signin.Visitor;

/**
 * For the secretariat: who outside asked to be told, and what each was, or would be. Any thread.
 */
public final class MaintainerDesk {
  static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  /** A large registry has some hundreds that ask. */
  private static final int MOST = 1_000;

  /** What a page looks back at. */
  private static final int MOST_TOLD = 5_000;

  private final Maintainers maintainers;
  private final Roster roster;
  private final Viewers viewers;

  public MaintainerDesk(Maintainers maintainers, Roster roster, Viewers viewers) {
    this.maintainers = maintainers;
    this.roster = roster;
    this.viewers = viewers;
  }

  /** "off", "dry", "on". */
  String mode() {
    return maintainers.listening().mode().word();
  }

  /** A line for each that asks, by name; the first ones. */
  List<Disclosure> list(Visitor visitor, Outlet outlet) {
    OptIns now = maintainers.optIns().get();
    Map<MemberId, List<ToldBook.Line>> told = new TreeMap<>();
    maintainers
        .told()
        .outside(MOST_TOLD)
        .forEach(each -> told.computeIfAbsent(each.member(), m -> new ArrayList<>()).add(each));
    Plan plan = viewers.plan(visitor.member(), PURPOSE, outlet);
    Map<String, Item.Told> lines = new TreeMap<>();
    now.counts()
        .forEach((party, prefixes) ->
            now.find(party)
                .ifPresent(each ->
                    lines.put(
                        each.name() + " " + each.source(),
                        item(
                            party,
                            each,
                            facts(each, prefixes, told.getOrDefault(party, List.of()), party)))));
    List<Disclosure> shown = new ArrayList<>();
    lines.values().stream()
        .limit(MOST)
        .flatMap(each -> released(plan, each).stream())
        .forEach(shown::add);
    return shown;
  }

  private Item.Told item(MemberId party, Maintainer each, List<Item.Fact> facts) {
    MemberId office = roster.circle().secretariat().orElseThrow().id();
    return new Item.Told(
        "route-maintainer-asks",
        party.text() + " " + each.source(),
        office,
        roster.circle().unmarked(),
        List.of(office),
        facts);
  }

  private List<Item.Fact> facts(
      Maintainer each, int prefixes, List<ToldBook.Line> told, MemberId party) {
    List<Item.Fact> facts = new ArrayList<>();
    add(facts, "maintainer.name", each.name());
    add(facts, "maintainer.registry", each.source());
    add(facts, "maintainer.addresses", Integer.toString(each.noticesTo().size()));
    add(facts, "maintainer.prefixes", Integer.toString(prefixes));
    add(facts, "maintainer.told", Integer.toString(told.size()));
    if (!told.isEmpty()) {
      add(facts, "maintainer.last", told.getFirst().at().toString());
      add(facts, "maintainer.last-count", Integer.toString(told.getFirst().prefixes()));
    }
    add(facts, "maintainer.stopped", Boolean.toString(maintainers.told().stopped(party)));
    return facts;
  }

  private static void add(List<Item.Fact> facts, String name, String value) {
    facts.add(new Item.Fact(name, Category.C0, value));
  }

  private static Optional<Disclosure> released(Plan plan, Item.Told told) {
    return plan.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }
}
