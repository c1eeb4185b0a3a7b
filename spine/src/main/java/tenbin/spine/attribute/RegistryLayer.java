package tenbin.spine.attribute;

import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.net.Address;

/** What the registries say. */
final class RegistryLayer {
  private static final long DAY = 86_400_000_000_000L;

  private final RegistryTable table;
  private final Outsiders outsiders;
  private final MadeAnswers answers;

  RegistryLayer(RegistryTable table, Outsiders outsiders) {
    this.table = table;
    this.outsiders = outsiders;
    this.answers = new MadeAnswers(table.size(), entry -> make(table.delegation(entry)));
  }

  Attribution at(Address address, long nanos) {
    int entry = table.find(address);
    return entry == PrefixTable.NONE ? Attribution.NOT_COVERED : answers.at(entry, nanos);
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
