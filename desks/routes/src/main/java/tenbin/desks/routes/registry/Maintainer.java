package tenbin.desks.routes.registry;

import java.util.List;

/**
 * Who keeps objects of a registry, with whether and where notices of hijacks are wanted.
 *
 * @param name of the mntner object, in the letters of the registry
 * @param source the registry: "JPIRR"
 * @param noticesTo mail addresses that opted in to notices; empty: did not opt in
 */
public record Maintainer(String name, String source, List<String> noticesTo) {
  public Maintainer {
    noticesTo = List.copyOf(noticesTo);
  }

  /** Whether notices are wanted. */
  public boolean optedIn() {
    return !noticesTo.isEmpty();
  }
}
