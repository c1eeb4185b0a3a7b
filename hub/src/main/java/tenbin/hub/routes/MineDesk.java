package tenbin.hub.routes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.DeclarationText;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.desks.routes.tell.Told;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Prefix;
import tenbin.spine.roster.Roster;
import tenbin.web.signin.Visitor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a member says of its own routing, and how that stands. Any thread. */
public final class MineDesk {
  /** A large operator's prefixes with what is said of each. */
  static final int MOST_TEXT = 4_000_000;

  private static final int MOST_PREFIXES = 50_000;

  private final RoutesDesk desk;
  private final RouteDoor door;
  private final PrefixStates states;
  private final Roster roster;
  private final Clock clock;

  public MineDesk(
      RoutesDesk desk, RouteDoor door, PrefixStates states, Roster roster, Clock clock) {
    this.desk = desk;
    this.door = door;
    this.states = states;
    this.roster = roster;
    this.clock = clock;
  }

  /**
   * Own prefixes at a moment.
   *
   * @param given the declaration; empty where there is none yet
   * @param lines how each stands
   * @param shown what of incidents was released for it
   */
  public record Sight(
      Optional<DeclarationBook.Given> given, List<OwnPrefix> lines, List<Disclosure> shown) {
    public Sight {
      lines = List.copyOf(lines);
      shown = List.copyOf(shown);
    }
  }

  Sight look(Visitor visitor, Outlet outlet) {
    Optional<DeclarationBook.Given> given = desk.declarations().of(visitor.member());
    List<Disclosure> shown = new ArrayList<>();
    Map<String, Integer> touched = touched(visitor, outlet, shown);
    List<OwnPrefix> lines = new ArrayList<>();
    given
        .map(DeclarationBook.Given::declared)
        .ifPresent(declared ->
            declared
                .prefixes()
                .forEach(each ->
                    lines.add(
                        OwnPrefix.of(
                            declared,
                            each,
                            states,
                            touched.getOrDefault(each.prefix().toString(), 0)))));
    return new Sight(given, OwnPrefix.sorted(lines), shown);
  }

  /** How many incidents that go on touch each declared prefix. */
  private Map<String, Integer> touched(Visitor visitor, Outlet outlet, List<Disclosure> shown) {
    Map<String, Integer> counts = new HashMap<>();
    for (Told told : door.list(visitor, outlet)) {
      RouteView view = new RouteView(told);
      if (view.own() && view.goesOn()) {
        List<Disclosure> own = door.ownPrefixes(visitor, told, Help.MOST_OWN, outlet);
        shown.addAll(told.parts());
        shown.addAll(own);
        own.stream()
            .map(each -> each.fact(RouteFacts.OF))
            .distinct()
            .forEach(each -> counts.merge(each, 1, Integer::sum));
      }
    }
    return counts;
  }

  /** The declaration as people and programs write it; of who declared nothing what it claims. */
  String text(MemberId member) {
    return desk.declarations()
        .of(member)
        .map(DeclarationBook.Given::declared)
        .map(DeclarationText::of)
        .map(MineDesk::pretty)
        .orElseGet(() -> pretty(DeclarationText.of(claimed(member))));
  }

  private static String pretty(String json) {
    return JsonMapper.shared().readTree(json).toPrettyString();
  }

  private Declaration claimed(MemberId member) {
    Instant now = clock.instant();
    List<Watched> prefixes = new ArrayList<>();
    java.util.Set<tenbin.nouns.net.Asn> asns = new java.util.HashSet<>();
    for (Claim each : claims(member)) {
      if (!each.validity().holdsAt(now)) {
        continue;
      }
      switch (each.network()) {
        case Network.Block(Prefix prefix) -> prefixes.add(Watched.of(prefix));
        case Network.AutonomousSystem(var asn) -> asns.add(asn);
        case Network.Domain ignored -> {}
      }
    }
    return new Declaration(
        member,
        asns,
        java.util.Set.of(),
        java.util.Set.of(),
        java.util.Set.of(),
        prefixes,
        List.of());
  }

  private List<Claim> claims(MemberId member) {
    return roster.circle().member(member).map(each -> each.claims()).orElse(List.of());
  }

  /**
   * Takes a declaration.
   *
   * @throws IllegalArgumentException with what is wrong: text that is none, a prefix that the
   *     member does not claim, too many
   */
  DeclarationBook.Given declare(Visitor visitor, String text, String source) {
    if (text.length() > MOST_TEXT) {
      throw new IllegalArgumentException("at most " + MOST_TEXT + " characters");
    }
    Declaration declared;
    try {
      declared = DeclarationText.read(visitor.member(), JsonMapper.shared().readTree(text));
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("not JSON: " + broken.getOriginalMessage(), broken);
    }
    check(declared);
    return desk.declarations()
        .declare(declared, new DeclarationBook.By(clock.instant(), visitor.actor(), source));
  }

  private void check(Declaration declared) {
    if (declared.prefixes().size() > MOST_PREFIXES) {
      throw new IllegalArgumentException("at most " + MOST_PREFIXES + " prefixes");
    }
    Instant now = clock.instant();
    List<Prefix> blocks =
        claims(declared.member()).stream()
            .filter(each -> each.validity().holdsAt(now))
            .map(Claim::network)
            .filter(Network.Block.class::isInstance)
            .map(each -> ((Network.Block) each).prefix())
            .toList();
    for (Watched each : declared.prefixes()) {
      if (blocks.stream().noneMatch(block -> block.contains(each.prefix()))) {
        throw new IllegalArgumentException(each.prefix() + " is not inside of what you claim");
      }
    }
  }

  boolean wantsMail(Visitor visitor) {
    return desk.told().wants(visitor.member());
  }

  void wish(Visitor visitor, boolean wanted) {
    desk.told().wish(visitor.member(), wanted, new ToldBook.By(clock.instant(), visitor.actor()));
  }
}
