package tenbin.desks.routes.propose;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.desks.routes.registry.IrrState;
import tenbin.desks.routes.registry.IrrTable;
import tenbin.desks.routes.registry.Relations;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.desks.routes.registry.Rov;
import tenbin.desks.routes.registry.Vrp;
import tenbin.desks.routes.registry.VrpTable;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.mrt.Unpacked;
import tenbin.wire.rpsl.RoutingObjects;
import tenbin.wire.rpsl.RoutingRows;
import tenbin.wire.rpsl.RpslReader;

/** What is registered of ASes: ROAs, route objects, whom they name as neighbours. */
public final class Registered {
  private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+AS(\\d{1,10})\\b");
  private static final Pattern ANY = Pattern.compile("(?i)\\baccept\\s+ANY\\b");

  private final Set<Asn> asns;
  private VrpTable vrps = VrpTable.EMPTY;
  private IrrTable irr = IrrTable.EMPTY;
  private Relations relations = Relations.EMPTY;
  private final Map<Prefix, Set<String>> prefixes = new TreeMap<>();
  private final Map<Long, String> imports = new LinkedHashMap<>();
  private long damaged;

  public Registered(Set<Asn> asns) {
    this.asns = Set.copyOf(asns);
  }

  public Registered vrps(VrpTable table) {
    vrps = table;
    table.forEach(each -> {
      if (asns.contains(each.asn())) {
        registered(each.prefix(), "ROA of AS" + each.asn());
      }
    });
    return this;
  }

  public Registered relations(Relations table) {
    relations = table;
    return this;
  }

  /** Reads a database of route objects (RPSL), plain or packed. */
  public Registered irr(InputStream database) throws IOException {
    IrrTable.Builder table = IrrTable.builder();
    Rows rows = new Rows(table);
    RpslReader.read(Unpacked.of(database), new RoutingObjects(rows), rows);
    irr = table.build();
    return this;
  }

  private void registered(Prefix prefix, String where) {
    prefixes.computeIfAbsent(prefix, any -> new TreeSet<>()).add(where);
  }

  /** What is registered for them, with where. */
  Map<Prefix, Set<String>> prefixes() {
    return prefixes;
  }

  Relations relations() {
    return relations;
  }

  /** The lines of their aut-num objects that name somebody, by AS. */
  Map<Long, String> imports() {
    return imports;
  }

  /** Whether such a line takes everything: only a provider gives that. */
  static boolean isAny(String line) {
    return ANY.matcher(line).find();
  }

  /** How many objects could not be read. */
  public long damaged() {
    return damaged;
  }

  /** Whether a ROA speaks for another AS and none for one of these. */
  boolean isAnothers(Prefix prefix) {
    return !vrps.covering(prefix).isEmpty()
        && asns.stream().allMatch(asn -> vrps.state(prefix, asn.number()) == Rov.INVALID_ORIGIN);
  }

  /** "AS64496, AS64497". */
  String roaHolders(Prefix prefix) {
    Set<String> holders = new TreeSet<>();
    vrps.covering(prefix).forEach(each -> holders.add("AS" + each.asn().number()));
    return String.join(", ", holders);
  }

  /** What registries say of a prefix of theirs; nothing of registries that nobody read. */
  List<String> words(Prefix prefix) {
    Set<String> words = new LinkedHashSet<>();
    if (vrps.size() > 0) {
      words.add(roa(prefix));
    }
    if (irr.size() > 0) {
      words.add(object(prefix));
    }
    return List.copyOf(words);
  }

  private String roa(Prefix prefix) {
    List<Vrp> covering = vrps.covering(prefix);
    if (covering.isEmpty()) {
      return "no ROA";
    }
    boolean valid = asns.stream().anyMatch(asn -> vrps.state(prefix, asn.number()) == Rov.VALID);
    return valid
        ? "ROA allows it"
        : isAnothers(prefix) ? "ROA of " + roaHolders(prefix) : "ROA does not allow its length";
  }

  private String object(Prefix prefix) {
    List<RouteObject> covering = irr.covering(prefix);
    for (RouteObject each : covering) {
      if (asns.contains(each.origin())) {
        String of = each.prefix().equals(prefix) ? "" : " of " + each.prefix();
        return "route object" + of + " in " + each.source();
      }
    }
    boolean none = irr.state(prefix, 0) == IrrState.NONE;
    return none ? "no route object" : "route object names AS" + covering.getFirst().origin();
  }

  /** Puts objects into the table, and what is about these ASes beside it. */
  private final class Rows implements RoutingRows {
    private final IrrTable.Builder table;

    Rows(IrrTable.Builder table) {
      this.table = table;
    }

    @Override
    public void route(Prefix prefix, Asn origin, Keepers keepers) {
      table.add(new RouteObject(prefix, origin, keepers.source(), keepers.maintainers()));
      if (asns.contains(origin)) {
        registered(prefix, "route object in " + keepers.source());
      }
    }

    @Override
    public void autNum(Asn asn, Policy policy, Keepers keepers) {
      if (asns.contains(asn)) {
        policy.imports().forEach(this::neighbour);
      }
    }

    private void neighbour(String line) {
      Matcher from = FROM.matcher(line);
      while (from.find()) {
        imports.putIfAbsent(Long.parseLong(from.group(1)), line);
      }
    }

    @Override
    public void damaged(Warning warning) {
      damaged++;
    }
  }
}
