package tenbin.desks.routes.tell;

import java.util.List;
import java.util.UUID;
import tenbin.balance.Disclosure;

/**
 * An incident as somebody may know it.
 *
 * @param inner its id inside the hub, for the hub's own books
 * @param scope as what it is seen
 * @param parts the first stands for all holders that let it go; behind it those that tell something
 *     of their own holder's; never empty
 */
public record Told(UUID inner, Scope scope, List<Disclosure> parts) {
  public Told {
    parts = List.copyOf(parts);
  }

  /** The id by which the recipient knows it. */
  public UUID id() {
    return parts.getFirst().id();
  }

  /** A fact that all parts share, or the first one that is told; "" when there is none. */
  public String fact(String name) {
    return parts.stream()
        .map(each -> each.fact(name))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** All lines of a fact, of all parts. */
  public List<String> lines(String name) {
    return parts.stream().flatMap(each -> each.fact(name).lines()).distinct().toList();
  }
}
