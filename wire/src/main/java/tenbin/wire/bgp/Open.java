package tenbin.wire.bgp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/**
 * An OPEN (RFC 4271 section 4.2).
 *
 * @param asn the speaker's, of four octets where it says so
 * @param holdSeconds how long it waits for a message; 0 for ever
 * @param identifier of the speaker
 * @param capabilities in their order
 */
public record Open(Asn asn, int holdSeconds, Address identifier, List<Capability> capabilities)
    implements Message {
  public Open {
    capabilities = List.copyOf(capabilities);
  }

  /** The first capability of a kind. */
  public <C extends Capability> Optional<C> first(Class<C> kind) {
    return all(kind).findFirst();
  }

  private <C extends Capability> Stream<C> all(Class<C> kind) {
    return capabilities.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The families that it has routes of: plain IPv4 where it says nothing (RFC 4760). */
  public List<AfiSafi> families() {
    List<AfiSafi> told =
        all(Capability.Multiprotocol.class)
            .map(Capability.Multiprotocol::family)
            .distinct()
            .sorted()
            .toList();
    return told.isEmpty() ? List.of(AfiSafi.IPV4_UNICAST) : told;
  }

  /** The families of which it tells several paths. */
  public List<AfiSafi> tellsPaths() {
    return paths().filter(Capability.Paths::tells).map(Capability.Paths::family).toList();
  }

  /** The families of which it takes several paths. */
  public List<AfiSafi> takesPaths() {
    return paths().filter(Capability.Paths::takes).map(Capability.Paths::family).toList();
  }

  private Stream<Capability.Paths> paths() {
    return all(Capability.AddPath.class).flatMap(each -> each.families().stream());
  }
}
