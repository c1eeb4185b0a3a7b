package tenbin.desks.routes.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * The route objects of routing registries, and whose maintainers want notices. About 28 octets for
 * each object. Immutable; any thread.
 */
public final class IrrTable {
  /** A table in which nothing is found. */
  public static final IrrTable EMPTY = builder().build();

  /** Who keeps an object: what repeats from one to the next. */
  private record Keepers(String source, List<String> maintainers) {}

  private final PrefixIndex index;
  private final int[] origin;
  private final int[] keepers;
  private final List<Keepers> allKeepers;
  private final Map<String, Maintainer> optedIn;

  private IrrTable(Builder told) {
    PrefixIndexBuilder.Built built = PrefixIndexBuilder.build(told.prefixes);
    index = built.index();
    origin = new int[told.prefixes.size()];
    keepers = new int[origin.length];
    for (int i = 0; i < origin.length; i++) {
      origin[i] = told.origin[built.order()[i]];
      keepers[i] = told.keepers[built.order()[i]];
    }
    allKeepers = told.interned.values();
    optedIn = Map.copyOf(told.optedIn);
  }

  /** A table of route objects and of maintainers, who count where they opted in. */
  public static IrrTable of(Collection<RouteObject> routes, Collection<Maintainer> maintainers) {
    Builder builder = builder();
    routes.forEach(builder::add);
    maintainers.forEach(builder::add);
    return builder.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** How many route objects there are. */
  public int size() {
    return origin.length;
  }

  /**
   * What the registries say of a route.
   *
   * @param asn its origin, without sign, or {@link VrpTable#SET}, which no object names
   */
  public IrrState state(Prefix prefix, long asn) {
    int nearest = index.nearest(prefix);
    if (nearest == PrefixIndex.NONE) {
      return IrrState.NONE;
    }
    for (int slot = nearest; slot != PrefixIndex.NONE; slot = index.parent(slot)) {
      for (int i = index.begin(slot); i < index.end(slot); i++) {
        if ((origin[i] & 0xffff_ffffL) == asn) {
          boolean exact = slot == nearest && slot == index.exact(prefix);
          return exact ? IrrState.MATCH : IrrState.LESS_SPECIFIC_MATCH;
        }
      }
    }
    return IrrState.MISMATCH;
  }

  /** Every route object of a prefix and around it, the most specific first. */
  public List<RouteObject> covering(Prefix prefix) {
    List<RouteObject> found = new ArrayList<>();
    int slot = index.nearest(prefix);
    for (; slot != PrefixIndex.NONE; slot = index.parent(slot)) {
      Prefix of = index.prefix(slot);
      for (int i = index.begin(slot); i < index.end(slot); i++) {
        found.add(object(of, i));
      }
    }
    return found;
  }

  /** Route objects of exactly this prefix. */
  public List<RouteObject> exact(Prefix prefix) {
    List<RouteObject> found = new ArrayList<>();
    int slot = index.exact(prefix);
    for (int i = slot < 0 ? 0 : index.begin(slot); slot >= 0 && i < index.end(slot); i++) {
      found.add(object(index.prefix(slot), i));
    }
    return found;
  }

  private RouteObject object(Prefix prefix, int place) {
    Keepers by = allKeepers.get(keepers[place]);
    Asn from = new Asn(origin[place] & 0xffff_ffffL);
    return new RouteObject(prefix, from, by.source(), by.maintainers());
  }

  /** Hands over every route object of which a maintainer opted in to notices, in their order. */
  public void forEachWanted(Consumer<RouteObject> each) {
    if (optedIn.isEmpty()) {
      return;
    }
    boolean[] wanted = new boolean[allKeepers.size()];
    for (int i = 0; i < wanted.length; i++) {
      Keepers by = allKeepers.get(i);
      wanted[i] =
          by.maintainers().stream().anyMatch(name -> optedIn.containsKey(key(name, by.source())));
    }
    for (int slot = 0; slot < index.size(); slot++) {
      for (int i = index.begin(slot); i < index.end(slot); i++) {
        if (wanted[keepers[i]]) {
          each.accept(object(index.prefix(slot), i));
        }
      }
    }
  }

  /** All maintainers who opted in to notices, by any registry. */
  public Collection<Maintainer> optedIn() {
    return optedIn.values();
  }

  /** The maintainers of a route object who opted in to notices. */
  public List<Maintainer> wantNotice(RouteObject object) {
    Set<Maintainer> found = new LinkedHashSet<>();
    for (String name : object.maintainers()) {
      Optional.ofNullable(optedIn.get(key(name, object.source()))).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /** Names are the same in letters of either case (RFC 2622 section 2). */
  private static String key(String name, String source) {
    return (name + " " + source).toUpperCase(Locale.ROOT);
  }

  /** What it holds in memory, but for the names and a few hundred bytes of object headers. */
  public long bytes() {
    return index.bytes() + 8L * origin.length;
  }

  /** Collects objects while files are read. Not for several threads. */
  public static final class Builder {
    private final PrefixList prefixes = new PrefixList();
    private int[] origin = new int[1024];
    private int[] keepers = new int[1024];
    private final Interned<Keepers> interned = new Interned<>();
    private final Map<String, Maintainer> optedIn = new HashMap<>();

    private Builder() {}

    public Builder add(RouteObject object) {
      int at = prefixes.size();
      prefixes.add(object.prefix());
      if (at == origin.length) {
        origin = Arrays.copyOf(origin, at + (at >> 1));
        keepers = Arrays.copyOf(keepers, at + (at >> 1));
      }
      origin[at] = (int) object.origin().number();
      keepers[at] = interned.number(new Keepers(object.source(), object.maintainers()));
      return this;
    }

    public Builder add(Maintainer maintainer) {
      if (maintainer.optedIn()) {
        optedIn.put(key(maintainer.name(), maintainer.source()), maintainer);
      }
      return this;
    }

    public IrrTable build() {
      return new IrrTable(this);
    }
  }
}
