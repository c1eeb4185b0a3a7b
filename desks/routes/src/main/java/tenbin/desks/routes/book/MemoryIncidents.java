package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;

/** Incidents in memory. Every method under one lock. */
final class MemoryIncidents implements IncidentBook {
  /** Of one incident: a picture of more points is not finer. */
  static final int MOST_VERSIONS = 2_000;

  private static final Comparator<Incident> NEWEST =
      Comparator.comparing(Incident::last).reversed().thenComparing(Incident::id);

  private final Map<UUID, Kept> all = new HashMap<>();
  private final List<Deed> deeds = new ArrayList<>();
  private long changes;

  private static final class Kept {
    private Incident incident;
    private long place;
    private boolean worth;
    private long cut;
    private final List<Version> versions = new ArrayList<>();
    private final TreeMap<Prefix, Affected> prefixes = new TreeMap<>();
    private final Map<Prefix, Map<Owner, Instant>> owners = new HashMap<>();
    private final Map<Vantage, Instant> vantages = new HashMap<>();
    private final List<PathSeen> steps = new ArrayList<>();

    private Kept(Incident incident) {
      this.incident = incident;
    }

    private Glimpse glimpse(Predicate<Affected> sample) {
      Map<Owner, Glimpse.Witness> witnesses = new HashMap<>();
      vantages.forEach((vantage, since) ->
          witnesses.merge(
              Owner.of(vantage.feed()),
              new Glimpse.Witness(1, since),
              (one, other) ->
                  new Glimpse.Witness(
                      one.routers() + other.routers(), earlier(one.since(), other.since()))));
      List<Prefix> some =
          prefixes.values().stream()
              .filter(sample)
              .map(Affected::prefix)
              .limit(Glimpse.SAMPLE)
              .toList();
      return new Glimpse(incident, witnesses, some);
    }

    private Sighted sighted(Affected each) {
      return new Sighted(each, owners.getOrDefault(each.prefix(), Map.of()));
    }
  }

  private Kept put(Incident incident) {
    Kept kept = all.computeIfAbsent(incident.id(), id -> new Kept(incident));
    kept.incident = incident;
    kept.place = ++changes;
    Version now =
        new Version(
            incident.last(),
            incident.state(),
            incident.prefixes(),
            incident.now(),
            incident.vantages(),
            incident.score());
    if (kept.versions.isEmpty() || isAnother(kept.versions, now)) {
      kept.versions.add(now);
    }
    return kept;
  }

  private static boolean isAnother(List<Version> before, Version now) {
    Version last = before.getLast();
    boolean sameState = last.state() == now.state();
    boolean sameNumbers =
        new Version(last.at(), last.state(), now.prefixes(), now.now(), now.vantages(), now.score())
            .equals(last);
    return !sameState || !sameNumbers && before.size() < MOST_VERSIONS;
  }

  @Override
  public synchronized void notice(Notice notice) {
    put(notice.incident()).worth = true;
  }

  @Override
  public synchronized void stands(Incident incident, List<Affected> changed) {
    Kept kept = put(incident);
    changed.forEach(each -> kept.prefixes.put(each.prefix(), each));
  }

  @Override
  public synchronized void seen(Incident incident, List<PathSeen> steps) {
    Kept kept = put(incident);
    for (PathSeen each : steps) {
      if (!each.path().isEmpty()) {
        kept.owners
            .computeIfAbsent(each.prefix(), prefix -> new HashMap<>())
            .merge(Owner.of(each.from().feed()), each.at(), MemoryIncidents::earlier);
        kept.vantages.merge(each.from(), each.at(), MemoryIncidents::earlier);
      }
      if (kept.steps.size() < Steps.MOST) {
        kept.steps.add(each);
      } else {
        kept.cut++;
      }
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  @Override
  public synchronized Optional<Incident> incident(UUID id) {
    return Optional.ofNullable(all.get(id)).map(each -> each.incident);
  }

  @Override
  public synchronized Optional<Glimpse> glimpse(UUID id, Optional<MemberId> member) {
    return Optional.ofNullable(all.get(id))
        .map(kept -> kept.glimpse(each -> member.isEmpty() || each.member().equals(member)));
  }

  @Override
  public synchronized List<Glimpse> newest(int most) {
    return some(each -> true, (kept, each) -> true, most);
  }

  @Override
  public synchronized List<Glimpse> touching(MemberId member, int most) {
    return some(
        kept -> kept.incident.impact().stream().anyMatch(one -> one.member().equals(member)),
        (kept, each) -> each.member().equals(Optional.of(member)),
        most);
  }

  @Override
  public synchronized List<Glimpse> witnessed(Owner owner, int most) {
    return some(
        kept -> kept.vantages.keySet().stream().anyMatch(each -> isOf(each, owner)),
        (kept, each) -> kept.owners.getOrDefault(each.prefix(), Map.of()).containsKey(owner),
        most);
  }

  @Override
  public synchronized Optional<Glimpse> witnessed(UUID id, Owner owner) {
    return Optional.ofNullable(all.get(id))
        .filter(kept -> kept.vantages.keySet().stream().anyMatch(each -> isOf(each, owner)))
        .map(kept ->
            kept.glimpse(
                each -> kept.owners.getOrDefault(each.prefix(), Map.of()).containsKey(owner)));
  }

  @Override
  public synchronized List<UUID> ids(int skip, int most) {
    return all.values().stream()
        .map(each -> each.incident)
        .sorted(NEWEST)
        .skip(skip)
        .limit(most)
        .map(Incident::id)
        .toList();
  }

  private static boolean isOf(Vantage vantage, Owner owner) {
    return Owner.of(vantage.feed()).equals(owner);
  }

  private List<Glimpse> some(Predicate<Kept> which, BiPredicate<Kept, Affected> sample, int most) {
    return all.values().stream()
        .filter(which)
        .sorted(Comparator.comparing(each -> each.incident, NEWEST))
        .limit(most)
        .map(kept -> kept.glimpse(each -> sample.test(kept, each)))
        .toList();
  }

  @Override
  public synchronized List<Change> changes(long after, int most) {
    return all.values().stream()
        .filter(each -> each.place > after)
        .sorted(Comparator.comparingLong(each -> each.place))
        .limit(most)
        .map(each -> new Change(each.place, each.incident, each.worth))
        .toList();
  }

  private Kept kept(UUID incident) {
    Kept found = all.get(incident);
    if (found == null) {
      throw new IllegalArgumentException("no such incident: " + incident);
    }
    return found;
  }

  @Override
  public synchronized List<Version> versions(UUID incident) {
    return List.copyOf(kept(incident).versions);
  }

  @Override
  public synchronized List<Sighted> prefixes(Slice slice) {
    Kept kept = kept(slice.incident());
    return slice
        .after()
        .map(last -> kept.prefixes.tailMap(last, false))
        .orElse(kept.prefixes)
        .values()
        .stream()
        .filter(each -> slice.member().isEmpty() || each.member().equals(slice.member()))
        .filter(each ->
            slice.seenBy().isEmpty()
                || kept.sighted(each).owners().containsKey(slice.seenBy().get()))
        .limit(slice.most())
        .map(kept::sighted)
        .toList();
  }

  private List<Sighted> share(Share share) {
    Kept kept = kept(share.incident());
    return kept.prefixes.values().stream()
        .filter(each -> share.member().isEmpty() || each.member().equals(share.member()))
        .map(kept::sighted)
        .filter(share::has)
        .toList();
  }

  @Override
  public synchronized Extent extent(Share share) {
    List<Sighted> all = share(share);
    int now = (int) all.stream().filter(each -> each.affected().end().isEmpty()).count();
    return new Extent(
        all.size(),
        now,
        all.stream().map(share::since).min(Comparator.naturalOrder()),
        now > 0
            ? Optional.empty()
            : all.stream()
                .flatMap(each -> each.affected().end().stream())
                .max(Comparator.naturalOrder()),
        all.stream().map(each -> each.affected().prefix()).limit(Glimpse.SAMPLE).toList(),
        all.stream()
            .flatMap(each -> each.owners().keySet().stream())
            .filter(share.owners()::contains)
            .collect(Collectors.toSet()));
  }

  @Override
  public synchronized List<Impact> impact(Share share) {
    Map<MemberId, Impact> found = new HashMap<>();
    for (Sighted each : share(share)) {
      each.affected()
          .member()
          .ifPresent(member ->
              found.merge(
                  member,
                  new Impact(member, 1, each.affected().end().isEmpty() ? 1 : 0),
                  (one, other) ->
                      new Impact(
                          member, one.prefixes() + other.prefixes(), one.now() + other.now())));
    }
    return found.values().stream()
        .sorted(Comparator.comparingInt(Impact::prefixes).reversed().thenComparing(Impact::member))
        .toList();
  }

  @Override
  public synchronized List<Growth> growth(Share share) {
    TreeMap<Instant, Growth> steps = new TreeMap<>();
    for (Sighted each : share(share)) {
      Growth.add(steps, share.since(each), 1, 1);
      each.affected().end().ifPresent(end -> Growth.add(steps, end, 0, -1));
    }
    return Growth.thinned(Growth.summed(steps.values()));
  }

  @Override
  public synchronized Steps steps(UUID incident) {
    Kept kept = kept(incident);
    List<PathSeen> steps = new ArrayList<>(kept.steps);
    steps.sort(Comparator.comparing(PathSeen::at));
    return new Steps(steps, kept.cut);
  }

  @Override
  public synchronized void did(Deed deed) {
    deeds.add(deed);
  }

  @Override
  public synchronized List<Deed> deeds(UUID incident, MemberId member) {
    return deeds.stream()
        .filter(each -> each.incident().equals(incident) && each.member().equals(member))
        .toList();
  }
}
