package tenbin.proof.noninterference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.hub.routes.FeedStates;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Tells a desk of routes what happens in a world, as a watch would. */
final class RoutePlaying {
  private static final int MANY = 4;

  private final World world;
  private final RoutesDesk desk;
  private final Map<String, Track> tracks = new HashMap<>();

  RoutePlaying(World world, RoutesDesk desk) {
    this.world = world;
    this.desk = desk;
  }

  /** A cause as it stands. */
  private static final class Track {
    private final RouteDeed.Suspected cause;
    private final Map<String, Affected> prefixes = new LinkedHashMap<>();
    private final Map<String, Set<Vantage>> having = new HashMap<>();
    private final Set<Vantage> vantages = new HashSet<>();
    private Instant begin;

    private Track(RouteDeed.Suspected cause) {
      this.cause = cause;
      this.begin = cause.at();
    }

    private int now() {
      return (int) prefixes.values().stream().filter(each -> each.end().isEmpty()).count();
    }
  }

  void play(RouteDeed deed) {
    switch (deed) {
      case RouteDeed.Suspected each -> tracks.putIfAbsent(each.incident(), new Track(each));
      case RouteDeed.Heard each -> heard(each);
      case RouteDeed.Lost each -> lost(each);
      case RouteDeed.Declared each -> declare(each);
      case RouteDeed.Said each -> say(each);
      case RouteDeed.Wished each ->
          desk.told()
              .wish(
                  new MemberId(each.by()),
                  each.mails(),
                  new ToldBook.By(each.at(), "person:" + each.by()));
      case RouteDeed.Subscribed ignored -> {
        // Ordered where the other subscriptions are: see Playing.
      }
    }
  }

  private void heard(RouteDeed.Heard deed) {
    Track track = tracks.get(deed.incident());
    if (track == null) {
      return;
    }
    boolean first = track.prefixes.isEmpty();
    track.begin = first ? deed.at() : track.begin;
    track.vantages.add(deed.router().vantage());
    Set<Vantage> having = track.having.computeIfAbsent(deed.spot().text(), each -> new HashSet<>());
    having.add(deed.router().vantage());
    Affected before = track.prefixes.get(deed.spot().text());
    Instant begin = before == null ? deed.at() : before.begin();
    int most = Math.max(having.size(), before == null ? 0 : before.mostVantages());
    Affected now =
        new Affected(
            Prefix.parse(deed.spot().text()),
            Prefix.parse(deed.spot().of()),
            member(deed.spot().whose()),
            new Asn(World.asn(deed.spot().whose())),
            new Asn(track.cause.culprit()),
            begin,
            Optional.empty(),
            having.size(),
            most,
            deed.path());
    track.prefixes.put(deed.spot().text(), now);
    Incident incident = stands(track, deed.at());
    desk.sink().stands(incident, List.of(now));
    desk.sink()
        .seen(
            incident,
            List.of(new PathSeen(deed.at(), deed.router().vantage(), now.prefix(), deed.path())));
    if (first) {
      desk.sink().notice(new Notice(Notice.What.BEGAN, incident));
    }
  }

  private static Optional<MemberId> member(String id) {
    return id.isEmpty() ? Optional.empty() : Optional.of(new MemberId(id));
  }

  private void lost(RouteDeed.Lost deed) {
    Track track = tracks.get(deed.incident());
    Affected before = track == null ? null : track.prefixes.get(deed.prefix());
    if (track == null || before == null || before.end().isPresent()) {
      return;
    }
    track.having.remove(deed.prefix());
    Affected now =
        new Affected(
            before.prefix(),
            before.of(),
            before.member(),
            before.expected(),
            before.observed(),
            before.begin(),
            Optional.of(deed.at()),
            0,
            before.mostVantages(),
            before.path());
    track.prefixes.put(deed.prefix(), now);
    desk.sink().stands(stands(track, deed.at()), List.of(now));
  }

  private Incident stands(Track track, Instant at) {
    int now = track.now();
    List<Tag> evidence = evidence(track);
    Map<MemberId, Impact> impact = new HashMap<>();
    track
        .prefixes
        .values()
        .forEach(each ->
            each.member()
                .ifPresent(member -> {
                  Impact one = new Impact(member, 1, each.end().isEmpty() ? 1 : 0);
                  impact.merge(
                      member,
                      one,
                      (a, b) -> new Impact(member, a.prefixes() + b.prefixes(), a.now() + b.now()));
                }));
    return new Incident(
        RouteDeed.idOf(track.cause.incident()),
        new Cause(track.cause.kind(), new Asn(track.cause.culprit()), ""),
        now > 0 ? State.ONGOING : State.WITHDRAWN,
        track.begin,
        at,
        now > 0 ? Optional.empty() : Optional.of(at),
        track.prefixes.size(),
        now,
        track.vantages.size(),
        routers(),
        evidence.stream().mapToInt(Tag::score).sum(),
        evidence,
        impact.values().stream()
            .sorted(
                Comparator.comparingInt(Impact::prefixes)
                    .reversed()
                    .thenComparing(each -> each.member().text()))
            .toList(),
        (int) track.prefixes.values().stream().filter(each -> each.member().isEmpty()).count(),
        0);
  }

  /** How many routers there are: nobody is told that. */
  private int routers() {
    return (int)
        Mutation.all(world, RouteDeed.Heard.class).stream()
            .map(RouteDeed.Heard::router)
            .distinct()
            .count();
  }

  /** With what the watch counts: who is the only one, and how many prefixes of everybody. */
  private List<Tag> evidence(Track track) {
    List<Tag> all = new ArrayList<>();
    for (String each : track.cause.why()) {
      String[] parts = each.split("\\|", 3);
      all.add(new Tag(parts[0], Integer.parseInt(parts[1]), parts[2]));
    }
    if (track.vantages.size() == 1) {
      all.add(new Tag("sole-witness", -2, "1 of " + routers() + " vantage points"));
    }
    if (track.prefixes.size() > MANY) {
      all.add(new Tag("many-prefixes", 2, track.prefixes.size() + " prefixes of 3 networks"));
    }
    all.sort(null);
    return all;
  }

  private void declare(RouteDeed.Declared deed) {
    MemberId member = new MemberId(deed.by());
    List<Watched> watched = deed.prefixes().stream().map(Prefix::parse).map(Watched::of).toList();
    Declaration declared =
        new Declaration(
            member,
            Set.of(new Asn(World.asn(deed.by()))),
            Set.of(),
            Set.of(),
            Set.of(),
            watched,
            List.of());
    desk.declarations()
        .declare(declared, new DeclarationBook.By(deed.at(), "person:" + deed.by(), "page"));
  }

  /** Whoever knows nothing of an incident can say nothing of it. */
  private void say(RouteDeed.Said deed) {
    if (tracks.containsKey(deed.incident())
        && !tracks.get(deed.incident()).prefixes.isEmpty()
        && new NaiveRoutes(world, deed.by(), deed.at()).isKnown(deed.incident())) {
      desk.incidents()
          .did(
              new tenbin.desks.routes.book.Deed(
                  RouteDeed.idOf(deed.incident()),
                  new MemberId(deed.by()),
                  "person:" + deed.by(),
                  deed.at(),
                  deed.act(),
                  "because of " + deed.by()));
    }
  }

  /** Feeds of everybody who has a router; the collectors' figures are the same in every world. */
  FeedStates feeds() {
    Map<String, Integer> told = new java.util.TreeMap<>();
    Mutation.all(world, RouteDeed.Heard.class).stream()
        .map(RouteDeed.Heard::router)
        .filter(each -> !each.owner().isEmpty())
        .forEach(each -> told.merge(each.feed(), 1, Integer::sum));
    List<FeedStates.FeedState> all = new ArrayList<>();
    told.forEach((feed, routes) -> all.add(feed(feed, "bgp", routes)));
    all.add(feed("rrc06", "ris-live", 900));
    return () -> List.copyOf(all);
  }

  private FeedStates.FeedState feed(String name, String way, int told) {
    return new FeedStates.FeedState(
        name,
        way,
        FeedStates.Health.GOOD,
        Optional.of(world.base()),
        told % 3 + 1,
        told,
        told % 2,
        "");
  }
}
