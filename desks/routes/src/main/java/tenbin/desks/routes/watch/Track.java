package tenbin.desks.routes.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.detect.Suspicion;
import tenbin.desks.routes.detect.Why;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** One cause and its hits, from the first suspicion on. Times are microseconds of the epoch. */
final class Track {
  private final Cause cause;
  private long begin;
  private final HitList hits = new HitList();
  private final Map<Asn, Integer> networks = new HashMap<>();
  private final Reasons reasons = new Reasons();
  private final Spread spread = new Spread();
  private final Harm harm = new Harm();
  private final List<Hit> changed = new ArrayList<>();
  private final Steps steps = new Steps();
  private final Telling telling = new Telling();
  private long last;
  private long end = -1;
  private int on;
  private int reopened;
  private State state = State.ONGOING;
  private boolean shown;
  private boolean open;

  Track(Cause cause, long begin) {
    this.cause = cause;
    this.begin = begin;
    this.last = begin;
  }

  /** One that was open before the start; its prefixes come next. */
  Track(Incident before) {
    this(before.cause(), Telling.micros(Duration.between(Instant.EPOCH, before.begin())));
    this.reopened = before.reopened();
    reasons.resumed(before);
  }

  /** A prefix of one that was open before the start. */
  Hit add(Incident before, Affected each) {
    Suspicion suspicion =
        new Suspicion(
            cause,
            cause.by(),
            each.expected(),
            Suspicion.Alone.COUNTS,
            Optional.of(each.of()),
            each.member(),
            each.expected(),
            each.observed(),
            Why.of(List.of()));
    long since = Telling.micros(Duration.between(Instant.EPOCH, each.begin()));
    Hit hit = add(each.prefix(), suspicion, AsPath.EMPTY, since);
    each.end().ifPresent(end -> hit.endAt(Telling.micros(Duration.between(Instant.EPOCH, end))));
    return hit;
  }

  /** It stands as it stood, and was shown and told as it was. */
  void resumed(long micros, Resumed before) {
    state = before.incident().state();
    last = Telling.micros(Duration.between(Instant.EPOCH, before.incident().last()));
    end = on == 0 ? micros : -1;
    shown = true;
    steps.resumed(before.steps().size());
    telling.resumed(before, last);
    takeChanged();
  }

  /** The same in every replay: made of the cause and its begin. */
  UUID id() {
    String name = cause.kind() + " " + cause.by() + " " + cause.about() + " " + begin;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** What came before the first hit that is still there was no part of it. */
  void beginWithFirst() {
    @Nullable Hit first = hits.first();
    begin = first == null ? begin : first.begin();
  }

  Cause cause() {
    return cause;
  }

  Telling telling() {
    return telling;
  }

  long begin() {
    return begin;
  }

  long end() {
    return end;
  }

  void endAt(long micros) {
    end = micros;
  }

  State state() {
    return state;
  }

  void become(State some) {
    state = some;
  }

  boolean isOn() {
    return on > 0;
  }

  int prefixes() {
    return hits.size();
  }

  int networks() {
    return networks.size();
  }

  int mostVantages() {
    return spread.most();
  }

  Iterable<Hit> hits() {
    return hits;
  }

  /** A prefix more. */
  Hit add(Prefix prefix, Suspicion suspicion, AsPath path, long micros) {
    Hit hit = new Hit(prefix, this, suspicion, path, micros);
    hits.add(hit);
    networks.merge(suspicion.partner(), 1, Integer::sum);
    harm.touched(suspicion.member());
    suspicion.why().tags().forEach(reasons::add);
    return hit;
  }

  /** Forgets one that turned out to be no part of anything. */
  void drop(Hit hit) {
    hits.remove(hit);
    hit.vantages().each(spread::remove);
    if (hit.isOn()) {
      on--;
      harm.gone(hit.suspicion().member());
    }
    harm.untouched(hit.suspicion().member());
    networks.computeIfPresent(hit.suspicion().partner(), (asn, n) -> n > 1 ? n - 1 : null);
  }

  /** One reason more. */
  void tag(Tag tag) {
    reasons.add(tag);
  }

  /** A vantage point has it from now on. */
  void seen(Hit hit, int vantage, long micros) {
    boolean wasOn = hit.isOn();
    if (!hit.vantages().add(vantage)) {
      return;
    }
    spread.add(vantage);
    if (!wasOn) {
      on++;
      harm.on(hit.suspicion().member());
      end = -1;
    }
    changed(hit, micros);
  }

  /** A vantage point has it no more. */
  void gone(Hit hit, int vantage, long micros) {
    if (!hit.vantages().remove(vantage)) {
      return;
    }
    spread.remove(vantage);
    if (!hit.isOn()) {
      hit.endAt(micros);
      on--;
      harm.gone(hit.suspicion().member());
      end = on == 0 ? micros : end;
    }
    changed(hit, micros);
  }

  private void changed(Hit hit, long micros) {
    last = Math.max(last, micros);
    if (hit.change()) {
      changed.add(hit);
    }
  }

  /** A step of its picture. */
  void step(Told told) {
    steps.add(told);
  }

  void reopen() {
    reopened++;
    state = State.ONGOING;
  }

  /** It is an incident from now on. */
  void opened() {
    open = true;
  }

  /** It is none any more. */
  void closed() {
    open = false;
  }

  /** Whether it is an incident: not a candidate, not forgotten. */
  boolean isOpen() {
    return open;
  }

  /** Whether anybody outside knows of it. */
  boolean isShown() {
    return shown;
  }

  void shown() {
    shown = true;
  }

  /** What changed since it was last asked. */
  List<Hit> takeChanged() {
    List<Hit> taken = List.copyOf(changed);
    taken.forEach(Hit::told);
    changed.clear();
    return taken;
  }

  /** The steps since it was last asked. */
  List<PathSeen> takeSteps() {
    return steps.take();
  }

  /** The sum of its reasons, with what its spread says. */
  int score(int of) {
    return evidence(of).stream().mapToInt(Tag::score).sum();
  }

  private List<Tag> evidence(int of) {
    return reasons.all(new Reasons.Size(hits.size(), networks.size(), spread.most(), of));
  }

  /**
   * As it stands.
   *
   * @param of how many vantage points there are
   */
  Incident stands(int of) {
    List<Tag> evidence = evidence(of);
    return new Incident(
        id(),
        cause,
        state,
        Hit.instant(begin),
        Hit.instant(last),
        end < 0 ? Optional.empty() : Optional.of(Hit.instant(end)),
        hits.size(),
        on,
        spread.most(),
        of,
        evidence.stream().mapToInt(Tag::score).sum(),
        evidence,
        harm.impact(),
        harm.others(),
        reopened);
  }
}
