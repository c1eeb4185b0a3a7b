package tenbin.hub.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenbin.balance.Policy;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts on record whose registry object asks for notices, with registry, object and date, and ends
 * that when the object does not ask any more: a ground like every other one, known as of then. Not
 * for several threads.
 */
final class MaintainerGrounds {
  /** What the ids of these lines begin with. */
  private static final String LINE = "registry-wish/";

  /** As clauses ask for it: {@code recipient.route-notices = opted-in}. */
  private static final String FACT = "route-notices";

  private static final String VALUE = "opted-in";

  /** A registry has some hundreds. */
  private static final int MOST = 5_000;

  private final GroundBook book;
  private final Supplier<Optional<MemberId>> office;
  private final Clock clock;

  /** The last line about each, and whether it holds. */
  private final Map<MemberId, Last> lines = new HashMap<>();

  private boolean read;
  private @Nullable OptIns recorded;

  private record Last(int number, boolean holds) {
    static final Last NONE = new Last(0, false);
  }

  MaintainerGrounds(GroundBook book, Supplier<Optional<MemberId>> office, Clock clock) {
    this.book = book;
    this.office = office;
    this.clock = clock;
  }

  /** Records what changed; a hub without a secretariat has nobody who could. */
  void record(OptIns now) {
    if (now == recorded || office.get().isEmpty()) {
      return;
    }
    List<Deed> deeds = due(now);
    if (!deeds.isEmpty()) {
      book.record(by(), deeds, clock.instant(), evidence(now));
      deeds.forEach(this::know);
    }
    recorded = now;
  }

  /** What would be in force if it were recorded. */
  Policy tried(OptIns now) {
    return book.tried(by(), due(now), clock.instant(), evidence(now));
  }

  private Entry.By by() {
    return new Entry.By(office.get().orElseThrow(), "hub");
  }

  private static String evidence(OptIns now) {
    return "routing registries of " + now.asOf();
  }

  private List<Deed> due(OptIns now) {
    if (!read) {
      book.history().forEach(each -> know(each.deed()));
      read = true;
    }
    List<Deed> deeds = new ArrayList<>();
    lines.forEach((party, last) -> {
      if (last.holds && now.find(party).isEmpty()) {
        deeds.add(new Deed.Ended(id(party, last.number)));
      }
    });
    now.counts().keySet().stream()
        .sorted()
        .filter(each -> !lines.getOrDefault(each, Last.NONE).holds)
        .limit(MOST - lines.values().stream().filter(Last::holds).count())
        .forEach(each -> deeds.add(asks(each, now)));
    return deeds;
  }

  private Deed asks(MemberId party, OptIns now) {
    Maintainer who = now.find(party).orElseThrow();
    String name = who.name() + " of " + who.source();
    ObjectNode file = JsonMapper.shared().createObjectNode();
    file.put("policy", "asks in its registry to be told of routes");
    ObjectNode its = file.putArray("parties").addObject();
    its.put("id", party.text()).put("name", name);
    its.putArray("laws"); // A registry does not say: what a law shuts is never told here.
    ObjectNode fact = file.putArray("facts").addObject();
    fact.put("about", party.text()).put("key", FACT).put("value", VALUE);
    fact.put("from", clock.instant().toString());
    fact.put("source", "mntner " + name + ", file of " + now.asOf());
    int number = lines.getOrDefault(party, Last.NONE).number + 1;
    return new Deed.Recorded(id(party, number), file.toString());
  }

  private static String id(MemberId party, int number) {
    return LINE + party.text().substring(Outside.PREFIX.length()) + "/" + number;
  }

  private void know(Deed deed) {
    String[] parts = deed.about().startsWith(LINE) ? deed.about().split("/", -1) : new String[0];
    if (parts.length == 3) {
      MemberId party = new MemberId(Outside.PREFIX + parts[1]);
      lines.put(party, new Last(Integer.parseInt(parts[2]), deed instanceof Deed.Recorded));
    }
  }
}
