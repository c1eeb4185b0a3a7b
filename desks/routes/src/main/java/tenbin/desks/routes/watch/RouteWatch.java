package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.detect.Heard;
import tenbin.desks.routes.detect.Judge;
import tenbin.desks.routes.detect.PathFacts;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.feed.Foresight;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/**
 * The watch over all routes: keeps the table, judges what changes, groups what is one thing. Until
 * {@link #begin} everything is taken as what is usual, but for members' own prefixes with another
 * origin than theirs. For one thread; times are microseconds of the epoch, UTC, and never go back
 * by more than feeds differ.
 */
public final class RouteWatch implements RouteSink, Foresight {
  private static final long MINUTE = 60_000_000;

  /** How often what changed is handed on; below the second in which something has to be found. */
  private static final long BEAT = 200_000;

  /** What was there when the watch began is how it is, whatever is inferred of it. */
  private static final Set<Kind> LEARNT =
      Set.of(Kind.ROUTE_LEAK, Kind.FORGED_PATH, Kind.ASPA_INVALID, Kind.SUBPREFIX_HIJACK);

  /** What registries alone say of a route. */
  private static final Set<Kind> REGISTERED = Set.of(Kind.RPKI_INVALID, Kind.IRR_MISMATCH);

  private final RouteTable table;
  private final Learned learned;
  private final Background background;
  private final Tracks tracks;
  private final Visibility visibility;

  private final List<Suspicion> suspicions = new ArrayList<>();
  private References references;
  private Judge judge;
  private long beat;

  @SuppressWarnings("UnusedVariable") // So that no compiler leaves the looking out.
  private long warmed;

  public RouteWatch(RouteTable table, References references, Pace pace, IncidentSink sink) {
    this.table = table;
    this.learned = new Learned(table);
    this.background = new Background(table, learned);
    this.tracks = new Tracks(table, pace, sink);
    this.visibility = new Visibility(table, tracks);
    this.references = references;
    this.judge = new Judge(references, learned);
  }

  /** From now on what is new is news. */
  public void begin(long micros) {
    judge = new Judge(references, learned); // What was unknown while the table came is known.
    learned.begin(minute(micros));
    visibility.declared(references.declarations());
    tracks.begin(micros);
    tick(micros);
  }

  /** Why ROAs are others than they were. */
  public enum Roas {
    /** They came or went. */
    CHANGED,
    /** They are told by somebody else: what differs between the two did not happen now. */
    OF_ANOTHER_SOURCE
  }

  /** Registries or declarations are others from now on; what comes is judged by them. */
  public void references(long micros, References now) {
    references(micros, now, Roas.CHANGED);
  }

  /** The same, with why ROAs are others. */
  public void references(long micros, References now, Roas why) {
    References before = references;
    references = now;
    judge = new Judge(now, learned);
    boolean declared = !before.declarations().ofMembers().equals(now.declarations().ofMembers());
    String tag = declared ? Tag.DECLARED : Tag.REGISTERED;
    tracks.review(this::isStillSuspected, new Tag(tag, 0, ""), micros);
    new RegistryChanges(table, tracks, why).between(micros, before, now);
    if (learned.hasBegun() && before.declarations() != now.declarations()) {
      visibility.declared(now.declarations());
    }
    tick(micros);
  }

  /** A hit is looked at again as if its route came now. */
  private boolean isStillSuspected(Hit hit) {
    PathFacts facts = judge.facts(hit.path(), OptionalLong.empty());
    List<Suspicion> now = new ArrayList<>();
    judge.bogon(hit.prefix(), facts).ifPresent(now::add);
    Optional<Owner> owner = judge.owner(hit.prefix());
    judge.judge(
        background.heard(hit.prefix(), facts, owner, false, background.origin(facts)), now::add);
    return now.stream().anyMatch(each -> each.cause().equals(hit.track().cause()));
  }

  /**
   * An incident goes on that was open when the watch was stopped; before {@link #begin}, and behind
   * the table as it was then.
   */
  public void resume(long micros, Resumed before) {
    tracks.of(table.vantages());
    Incident incident = before.incident();
    for (Affected each : tracks.resume(micros, before)) {
      if (incident.cause().kind() == Kind.VISIBILITY_LOSS) {
        judge.exact(each.prefix()).ifPresent(owner -> visibility.resume(owner, each.vantages()));
      }
    }
  }

  /** Somebody decided how an incident stands; whether it is still known here. */
  public boolean decide(UUID incident, State state) {
    return tracks.decide(incident, state);
  }

  /** Why a vantage point's word makes no incident now. */
  public enum Aside {
    /** It tells its table for the first time: that teaches what is usual. */
    STARTING,
    /** It is not believed, and teaches nothing. */
    DOUBTED
  }

  /** The word of one that does not count now: kept in the table, and nobody is told. */
  public void aside(long micros, Vantage from, Prefix prefix, Attributes attributes, Aside why) {
    int vantage = number(from);
    PathFacts facts = judge.facts(attributes);
    boolean known = table.isSeen(prefix);
    if (known || judge.bogon(prefix, facts).isEmpty()) {
      if (why == Aside.STARTING) {
        learned.starting(facts, vantage, minute(micros));
      }
      table.announce(vantage, prefix, background.origin(facts), minute(micros));
    }
    advance(micros);
  }

  /** The same for a withdrawal. */
  public void asideWithdrawn(long micros, Vantage from, Prefix prefix) {
    table.withdraw(number(from), prefix, minute(micros));
    advance(micros);
  }

  /**
   * A route of a vantage point that counts from now on: judged as if it came now, but how its paths
   * go is how it is.
   */
  public void counts(long micros, Vantage from, Prefix prefix, AsPath path) {
    int vantage = number(from);
    Optional<Owner> owner = judge.owner(prefix);
    if (vantage < 0 || owner.isEmpty() || table.origin(vantage, prefix) == RouteTable.NONE) {
      return;
    }
    PathFacts facts = judge.facts(path, OptionalLong.empty());
    long origin = background.origin(facts);
    boolean settled = background.isSettled(prefix, origin);
    suspicions.clear();
    judge.judge(background.heard(prefix, facts, owner, settled, origin), suspicions::add);
    suspicions.removeIf(each -> isLearnt(each.cause().kind(), settled));
    Told told = new Told(micros, vantage, from, prefix, path);
    tracks.suspected(told, suspicions);
    if (owner.get().watched().prefix().equals(prefix)) {
      visibility.announced(told, owner.get());
    }
  }

  private static boolean isLearnt(Kind kind, boolean settled) {
    return LEARNT.contains(kind) && (settled || kind != Kind.SUBPREFIX_HIJACK);
  }

  /** A route that stands: what registries say of it now; other reasons are left as they are. */
  public void registered(long micros, Vantage from, Prefix prefix, AsPath path) {
    int vantage = number(from);
    PathFacts facts = judge.facts(path, OptionalLong.empty());
    if (vantage < 0 || table.origin(vantage, prefix) != background.origin(facts)) {
      return;
    }
    Told told = new Told(micros, vantage, from, prefix, path);
    judge.judge(
        Heard.settled(prefix, judge.owner(prefix), facts),
        each -> {
          if (REGISTERED.contains(each.cause().kind())) {
            tracks.stands(told, each);
          }
        });
  }

  /** A vantage point does not count any more: what incidents it shows is not known. */
  public void doubted(long micros, Vantage from) {
    int vantage = number(from);
    tracks.lost(vantage, micros);
    visibility.lost(vantage);
    advance(micros);
  }

  /**
   * Words about these come soon: what they will need is fetched from memory for several at once,
   * while each by itself would wait. Changes nothing.
   */
  @Override
  public void soon(Prefix prefix, AsPath path) {
    warmed += table.warm(prefix) + judge.warm(path);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    int vantage = number(from);
    AsPath path = attributes.path();
    PathFacts facts = judge.facts(attributes);
    Told told = new Told(micros, vantage, from, prefix, path);
    suspicions.clear();
    long origin = background.origin(facts);
    // What is in the table is no bogon, because none ever gets into it.
    OptionalInt first = table.firstSeen(prefix, origin);
    if (first.isEmpty() && isBogon(told, facts)) {
      advance(micros);
      return;
    }
    if (learned.hasBegun()) {
      watched(told, facts, origin, first.isPresent() && learned.isSettled(first.getAsInt()));
    } else {
      usual(told, facts, origin);
    }
    advance(micros);
  }

  private boolean isBogon(Told told, PathFacts facts) {
    Optional<Suspicion> bogon = judge.bogon(told.prefix(), facts);
    if (bogon.isEmpty()) {
      return false;
    }
    Optional<Owner> owner = judge.owner(told.prefix());
    if (owner.isPresent() && !Judge.isAllowed(owner.get(), facts)) {
      return false; // Whose it is matters more than that most do not take it.
    }
    if (learned.hasBegun() && !isCounter(told, owner)) {
      suspicions.add(bogon.get());
      tracks.suspected(told, suspicions);
    }
    return true;
  }

  /** Parts too long for most, inside of what somebody takes from their holder: its answer. */
  private boolean isCounter(Told told, Optional<Owner> owner) {
    return owner.isPresent() && table.around(told.prefix()).filter(tracks::isOn).isPresent();
  }

  /** The state before anything is news. */
  private void usual(Told told, PathFacts facts, long origin) {
    int minute = minute(told.micros()) - 1;
    learned.path(facts, told.vantage(), minute);
    table.announce(told.vantage(), told.prefix(), origin, minute);
    background.usual(told.prefix());
    Optional<Owner> owner = judge.exact(told.prefix());
    if (owner.isPresent()) {
      visibility.announced(told, owner.get());
      Heard heard = Heard.settled(told.prefix(), owner, facts);
      judge.judge(heard, suspicions::add);
      suspicions.removeIf(each -> LEARNT.contains(each.cause().kind()));
      tracks.suspected(told, suspicions);
    }
  }

  private void watched(Told told, PathFacts facts, long origin, boolean settled) {
    Prefix prefix = told.prefix();
    int minute = minute(told.micros());
    learned.now(minute);
    Optional<Owner> owner = judge.owner(prefix);
    if (owner.isPresent() || !settled || !facts.isClean()) {
      judge.judge(background.heard(prefix, facts, owner, settled, origin), suspicions::add);
    }
    if (!suspicions.isEmpty() || tracks.isAny(prefix)) {
      tracks.suspected(told, suspicions);
    }
    learned.path(facts, told.vantage(), minute);
    table.announce(told.vantage(), prefix, origin, minute);
    if (owner.isPresent() && owner.get().watched().prefix().equals(prefix)) {
      visibility.announced(told, owner.get());
    }
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    int vantage = number(from);
    Told told = new Told(micros, vantage, from, prefix, AsPath.EMPTY);
    long had = table.withdraw(vantage, prefix, minute(micros));
    if (tracks.isAny(prefix)) {
      tracks.withdrawn(told);
    }
    if (had != RouteTable.NONE && learned.hasBegun()) {
      visibility.withdrawn(told);
    }
    advance(micros);
  }

  @Override
  public void lost(long micros, Vantage from) {
    int vantage = number(from);
    table.lost(vantage);
    tracks.lost(vantage, micros);
    visibility.lost(vantage);
    advance(micros);
  }

  @Override
  public void complete(long micros, Vantage from) {
    number(from);
    advance(micros);
  }

  private int number(Vantage from) {
    int number = table.vantage(from);
    tracks.of(table.vantages());
    return number;
  }

  private void advance(long micros) {
    if (micros >= beat) {
      tick(micros);
    }
  }

  /** Time has passed, also where nothing was said. */
  public void tick(long micros) {
    beat = Math.max(beat, micros + BEAT);
    if (learned.hasBegun()) {
      tracks.tick(micros);
    }
  }

  private static int minute(long micros) {
    return (int) (micros / MINUTE);
  }
}
