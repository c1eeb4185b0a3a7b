package tenbin.wire.bgp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An UPDATE after its faults have cost what they cost (RFC 7606): discarded attributes are not in
 * it, and routes treated as withdrawn are among the withdrawn. Of one that resets the session
 * nothing is left.
 *
 * @param update what may be believed
 * @param faults what was wrong, in the order of the message
 */
public record Treated(Update update, List<Fault> faults) implements Message {
  public Treated {
    faults = List.copyOf(faults);
  }

  /** The strongest treatment of all faults; empty where nothing is wrong. */
  public Optional<Treatment> treatment() {
    return worst().map(Fault::treatment);
  }

  /** The first fault of the strongest treatment. */
  public Optional<Fault> worst() {
    return faults.stream().max(Comparator.comparing(Fault::treatment));
  }

  /**
   * The family of which this says that all has been told (RFC 4724 section 2): an UPDATE without
   * anything is of plain IPv4.
   */
  public Optional<AfiSafi> endOfRib() {
    Attributes attributes = update.attributes();
    boolean plain = update.withdrawn().isEmpty() && update.announced().isEmpty();
    if (!faults.isEmpty() || !plain || !attributes.reach().isEmpty()) {
      return Optional.empty();
    }
    if (attributes.equals(Attributes.NONE)) {
      return Optional.of(AfiSafi.IPV4_UNICAST);
    }
    return attributes.unreach().stream()
        .filter(each -> each.routes().isEmpty() && attributes.unreach().size() == 1)
        .findFirst()
        .map(each -> new AfiSafi(each.family() == Family.IPV4 ? 1 : 2, each.safi()));
  }
}
