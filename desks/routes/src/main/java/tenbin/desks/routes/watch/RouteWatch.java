package tenbin.desks.routes.watch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import tenbin.desks.routes.declare.Owner;
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

  private final RouteTable table;
  private final Learned learned;
  private final Background background;
  private final Tracks tracks;
  private final Visibility visibility;

  private final Assessor assessor;
  private long beat;

  @SuppressWarnings("UnusedVariable") // So that no compiler leaves the looking out.
  private long warmed;

  public RouteWatch(RouteTable table, References references, Pace pace, IncidentSink sink) {
    this.table = table;
    this.learned = new Learned(table);
    this.background = new Background(table, learned);
    this.tracks = new Tracks(table, pace, sink);
    this.visibility = new Visibility(table, tracks);
    this.assessor = new Assessor(references, learned, background);
  }

  /** From now on what is new is news. */
  public void begin(long micros) {
    References references = assessor.references();
    assessor.goBy(references); // What was unknown while the table came is known.
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
    References before = assessor.references();
    assessor.goBy(now);
    boolean declared = !before.declarations().ofMembers().equals(now.declarations().ofMembers());
    String tag = declared ? Tag.DECLARED : Tag.REGISTERED;
    tracks.review(assessor::isStillSuspected, new Tag(tag, 0, ""), micros);
    new RegistryChanges(table, tracks, why).between(micros, before, now);
    if (learned.hasBegun() && before.declarations() != now.declarations()) {
      visibility.declared(now.declarations());
    }
    tick(micros);
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
        assessor
            .judge()
            .exact(each.prefix())
            .ifPresent(owner -> visibility.resume(owner, each.vantages()));
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
    PathFacts facts = assessor.judge().facts(attributes);
    boolean known = table.isSeen(prefix);
    if (known || assessor.judge().bogon(prefix, facts).isEmpty()) {
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
    Optional<Owner> owner = assessor.judge().owner(prefix);
    if (vantage < 0 || owner.isEmpty() || table.origin(vantage, prefix) == RouteTable.NONE) {
      return;
    }
    Told told = new Told(micros, vantage, from, prefix, path);
    tracks.suspected(told, assessor.standing(prefix, path, owner));
    if (owner.get().watched().prefix().equals(prefix)) {
      visibility.announced(told, owner.get());
    }
  }

  /** A route that stands: what registries say of it now; other reasons are left as they are. */
  public void registered(long micros, Vantage from, Prefix prefix, AsPath path) {
    int vantage = number(from);
    PathFacts facts = assessor.judge().facts(path, OptionalLong.empty());
    if (vantage < 0 || table.origin(vantage, prefix) != background.origin(facts)) {
      return;
    }
    Told told = new Told(micros, vantage, from, prefix, path);
    assessor.registered(prefix, facts).forEach(each -> tracks.stands(told, each));
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
    warmed += table.warm(prefix) + assessor.judge().warm(path);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    int vantage = number(from);
    AsPath path = attributes.path();
    PathFacts facts = assessor.judge().facts(attributes);
    Told told = new Told(micros, vantage, from, prefix, path);
    long origin = background.origin(facts);
    // What is in the table is no bogon, because none ever gets into it.
    OptionalInt first = table.firstSeen(prefix, origin);
    if (first.isPresent() || !isBogon(told, facts)) {
      if (learned.hasBegun()) {
        watched(told, facts, origin, background.isSettled(first));
      } else {
        usual(told, facts, origin);
      }
    }
    advance(micros);
  }

  private boolean isBogon(Told told, PathFacts facts) {
    Judge judge = assessor.judge();
    Optional<Suspicion> bogon = judge.bogon(told.prefix(), facts);
    if (bogon.isEmpty()) {
      return false;
    }
    Optional<Owner> owner = judge.owner(told.prefix());
    if (owner.isPresent() && !Judge.isAllowed(owner.get(), facts)) {
      return false; // Whose it is matters more than that most do not take it.
    }
    if (learned.hasBegun() && !isCounter(told, owner)) {
      tracks.suspected(told, List.of(bogon.get()));
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
    Optional<Owner> owner = assessor.judge().exact(told.prefix());
    if (owner.isPresent()) {
      visibility.announced(told, owner.get());
      tracks.suspected(told, assessor.usual(told.prefix(), facts, owner));
    }
  }

  private void watched(Told told, PathFacts facts, long origin, boolean settled) {
    Prefix prefix = told.prefix();
    int minute = minute(told.micros());
    learned.now(minute);
    Optional<Owner> owner = assessor.judge().owner(prefix);
    List<Suspicion> suspicions = assessor.coming(prefix, facts, owner, settled, origin);
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
