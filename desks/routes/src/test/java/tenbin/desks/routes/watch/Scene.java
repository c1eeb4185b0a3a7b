package tenbin.desks.routes.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.detect.References;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.registry.AspaTable;
import tenbin.desks.routes.registry.ExchangeLans;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Relation;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.Reserved;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.desks.routes.table.Limits;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/**
 * A small world: six vantage points (AS1 to AS6) behind the transits 10 and 11, member aozora
 * (AS100, 192.88.0.0/16's neighbours are free) behind 10 and 11 with peer 12, AS200 and AS300
 * strangers.
 */
final class Scene implements IncidentSink {
  static final MemberId AOZORA = new MemberId("aozora");
  static final String HOME = "185.10.0.0/16";
  private static final long START = 1_700_000_000_000_000L;

  final List<Notice> notices = new ArrayList<>();
  final Map<UUID, Incident> incidents = new LinkedHashMap<>();
  final Map<UUID, Map<Prefix, Affected>> affected = new LinkedHashMap<>();
  final List<PathSeen> steps = new ArrayList<>();
  final RouteTable table = new RouteTable(Limits.usual(7));
  private final RouteWatch watch;
  private References references;
  private long now = START;

  Scene() {
    this(declaration());
  }

  Scene(Declaration declaration) {
    references =
        new References(
            new Declarations(List.of(declaration)),
            relations(),
            VrpTable.EMPTY,
            AspaTable.EMPTY,
            IrrTable.EMPTY,
            Reserved.byIana(),
            ExchangeLans.EMPTY);
    watch = new RouteWatch(table, references, Pace.USUAL, this);
  }

  static Declaration declaration() {
    return declaration(Watched.of(Prefix.parse(HOME)));
  }

  static Declaration declaration(Watched... watched) {
    return new Declaration(
        AOZORA, asns(100), asns(10, 11), asns(12), Set.of(), List.of(watched), List.of());
  }

  static Declaration locked(long locked, long... behind) {
    Declaration plain = declaration();
    return new Declaration(
        AOZORA,
        plain.asns(),
        plain.upstreams(),
        plain.peers(),
        Set.of(),
        plain.prefixes(),
        List.of(new PeerLock(new Asn(locked), asns(behind))));
  }

  static Set<Asn> asns(long... numbers) {
    return LongStream.of(numbers).mapToObj(Asn::new).collect(Collectors.toSet());
  }

  private static Relations relations() {
    List<Relations.Link> links = new ArrayList<>();
    for (int vantage = 1; vantage <= 6; vantage++) {
      links.add(new Relations.Link(10, Relation.CUSTOMER, vantage));
      links.add(new Relations.Link(11, Relation.CUSTOMER, vantage));
    }
    links.add(new Relations.Link(10, Relation.PEER, 11));
    for (int customer : new int[] {100, 200, 300, 12}) {
      links.add(new Relations.Link(10, Relation.CUSTOMER, customer));
    }
    links.add(new Relations.Link(11, Relation.CUSTOMER, 100));
    links.add(new Relations.Link(11, Relation.CUSTOMER, 300));
    links.add(new Relations.Link(12, Relation.PEER, 100));
    links.add(new Relations.Link(12, Relation.CUSTOMER, 50));
    links.add(new Relations.Link(10, Relation.CUSTOMER, 13));
    links.add(new Relations.Link(13, Relation.CUSTOMER, 51));
    return Relations.of(links);
  }

  Scene with(VrpTable vrps) {
    references =
        new References(
            references.declarations(),
            references.relations(),
            vrps,
            references.aspas(),
            references.irr(),
            references.reserved(),
            references.lans());
    watch.references(now, references);
    return this;
  }

  Scene with(IrrTable irr, AspaTable aspas, ExchangeLans lans) {
    references =
        new References(
            references.declarations(),
            references.relations(),
            references.vrps(),
            aspas,
            irr,
            references.reserved(),
            lans);
    watch.references(now, references);
    return this;
  }

  Scene with(Declaration declaration) {
    references =
        new References(
            new Declarations(List.of(declaration)),
            references.relations(),
            references.vrps(),
            references.aspas(),
            references.irr(),
            references.reserved(),
            references.lans());
    watch.references(now, references);
    return this;
  }

  /** Aozora's prefix is seen by all six; then the watch begins. */
  Scene began() {
    all(HOME, "10 100");
    return begin();
  }

  Scene begin() {
    watch.begin(now);
    return after(Duration.ofMinutes(2));
  }

  Scene after(Duration some) {
    now += some.toNanos() / 1_000;
    watch.tick(now);
    return this;
  }

  /** All six have it, each behind its own number. */
  Scene all(String prefix, String path) {
    return by(6, prefix, path);
  }

  /** The first so many have it. */
  Scene by(int vantages, String prefix, String path) {
    for (int vantage = 1; vantage <= vantages; vantage++) {
      now += 1_000;
      watch.announced(
          now, vantage(vantage), Prefix.parse(prefix), attributes(vantage + " " + path));
    }
    return this;
  }

  Scene marked(String prefix, String path, long onlyToCustomer) {
    for (int vantage = 1; vantage <= 6; vantage++) {
      Attributes plain = attributes(vantage + " " + path);
      watch.announced(
          ++now, vantage(vantage), Prefix.parse(prefix), plain.markedBy(onlyToCustomer));
    }
    return this;
  }

  Scene gone(int vantages, String prefix) {
    for (int vantage = 1; vantage <= vantages; vantage++) {
      now += 1_000;
      watch.withdrawn(now, vantage(vantage), Prefix.parse(prefix));
    }
    return this;
  }

  Scene lost(int vantage) {
    watch.lost(++now, vantage(vantage));
    return this;
  }

  boolean decide(tenbin.desks.routes.incident.State state) {
    return watch.decide(only().id(), state);
  }

  private static Vantage vantage(int number) {
    return new Vantage("test", new Asn(number), Address.ofV4(0x0a000000 + number));
  }

  static Attributes attributes(String path) {
    return Attributes.of(path(path));
  }

  /** "1 10 100", or "1 10 {100,200}". */
  static AsPath path(String text) {
    int set = text.indexOf('{');
    String sequence = set < 0 ? text : text.substring(0, set);
    java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(2_000);
    segment(bytes, 2, sequence.strip().split(" "));
    if (set >= 0) {
      segment(bytes, 1, text.substring(set + 1, text.length() - 1).split(","));
    }
    try {
      return AsPath.read(Octets.of(bytes.array(), 0, bytes.position()), AsWidth.FOUR);
    } catch (Malformed impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static void segment(java.nio.ByteBuffer bytes, int kind, String[] numbers) {
    bytes.put((byte) kind).put((byte) numbers.length);
    Arrays.stream(numbers).mapToInt(Integer::parseUnsignedInt).forEach(bytes::putInt);
  }

  /** The kinds of all incidents, in the order in which they were first known. */
  List<Kind> kinds() {
    return incidents.values().stream().map(each -> each.cause().kind()).toList();
  }

  /** The one incident. */
  Incident only() {
    if (incidents.size() != 1) {
      throw new AssertionError("not one incident: " + incidents.values());
    }
    return incidents.values().iterator().next();
  }

  List<Notice.What> told() {
    return notices.stream().map(Notice::what).toList();
  }

  List<String> tags() {
    return only().evidence().stream().map(each -> each.name()).toList();
  }

  Map<Prefix, Affected> affectedOf(Incident incident) {
    return affected.getOrDefault(incident.id(), Map.of());
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {
    incidents.put(incident.id(), incident);
    changed.forEach(each ->
        affected
            .computeIfAbsent(incident.id(), id -> new LinkedHashMap<>())
            .put(each.prefix(), each));
  }

  @Override
  public void seen(Incident incident, List<PathSeen> some) {
    steps.addAll(some);
  }
}
