package tenbin.proof.generator.routes;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The ASes that a route went through, the nearest first. */
final class Route {
  private final long[] hops;

  Route(long... hops) {
    this.hops = hops.clone();
  }

  /** Their numbers. */
  long[] hops() {
    return hops.clone();
  }

  /** This one with others behind it. */
  Route then(long... more) {
    long[] all = Arrays.copyOf(hops, hops.length + more.length);
    System.arraycopy(more, 0, all, hops.length, more.length);
    return new Route(all);
  }

  /** Whether an AS stands in two places that are not beside each other: nobody takes such a one. */
  boolean isLooped() {
    for (int i = 0; i < hops.length; i++) {
      for (int j = i + 2; j < hops.length; j++) {
        if (hops[i] == hops[j] && hops[j - 1] != hops[j]) {
          return true;
        }
      }
    }
    return false;
  }

  boolean has(long asn) {
    return Arrays.stream(hops).anyMatch(each -> each == asn);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Route route && Arrays.equals(hops, route.hops);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hops);
  }

  @Override
  public String toString() {
    return Arrays.stream(hops).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }
}
