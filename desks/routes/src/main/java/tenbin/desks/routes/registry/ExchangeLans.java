package tenbin.desks.routes.registry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Prefix;

/**
 * The networks on which members of exchange points meet. Nobody announces them but the exchange
 * itself, if at all (RFC 7454 section 6.1.5). Immutable; any thread.
 */
public final class ExchangeLans {
  /** A table in which nothing is found. */
  public static final ExchangeLans EMPTY = of(List.of());

  /** One network and the exchange's name. */
  public record Lan(Prefix prefix, String name) {}

  private final PrefixIndex index;
  private final String[] names;

  private ExchangeLans(List<Lan> lans) {
    PrefixList prefixes = new PrefixList();
    lans.forEach(each -> prefixes.add(each.prefix()));
    PrefixIndexBuilder.Built built = PrefixIndexBuilder.build(prefixes);
    index = built.index();
    names = new String[lans.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = lans.get(built.order()[i]).name();
    }
  }

  public static ExchangeLans of(Collection<Lan> lans) {
    return new ExchangeLans(List.copyOf(lans));
  }

  /** The exchange whose network, or a part of it, the prefix is. */
  public Optional<String> of(Prefix prefix) {
    int slot = index.nearest(prefix);
    return slot == PrefixIndex.NONE ? Optional.empty() : Optional.of(names[index.begin(slot)]);
  }

  public int size() {
    return names.length;
  }
}
