package tenbin.spine.attribute;

import java.util.concurrent.atomic.AtomicReferenceArray;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.net.Address;

/** What the registries say, as answers that are made when first asked for and kept. */
final class RegistryLayer {
  private static final long DAY = 86_400_000_000_000L;

  private final RegistryTable table;
  private final Outsiders outsiders;
  private final AtomicReferenceArray<Timeline> made;

  RegistryLayer(RegistryTable table, Outsiders outsiders) {
    this.table = table;
    this.outsiders = outsiders;
    this.made = new AtomicReferenceArray<>(table.size());
  }

  Attribution at(Address address, long nanos) {
    int entry = table.find(address);
    if (entry == PrefixTable.NONE) {
      return Attribution.NOT_COVERED;
    }
    Timeline timeline = made.getAcquire(entry);
    if (timeline == null) {
      timeline = make(table.delegation(entry));
      made.setRelease(entry, timeline);
    }
    return timeline.at(nanos);
  }

  private Timeline make(RegistryTable.Delegation told) {
    Attribution answer =
        new Attribution(
            outsiders.at(told.prefix().first(), 0),
            new Evidence.ByRegistry(told.prefix(), told.registry(), told.country(), told.source()));
    return told.since() == Integer.MIN_VALUE
        ? Timeline.always(answer)
        : Timeline.since(told.since() * DAY, answer);
  }
}
