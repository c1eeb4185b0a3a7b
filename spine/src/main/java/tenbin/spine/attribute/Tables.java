package tenbin.spine.attribute;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of networks beside the circle's own claims.
 *
 * @param origins prefix-to-origin tables, each of its time; sorted here
 * @param mostAge how long after its time such a table may still be asked
 * @param registry what the registries delegated
 * @param contacts abuse contacts of outside parties
 */
public record Tables(
    List<OriginTable> origins, Duration mostAge, RegistryTable registry, AbuseContacts contacts) {
  /** Such tables appear daily; one that is a quarter old says little about who announces now. */
  public static final Duration USUAL_AGE = Duration.ofDays(92);

  /** Nothing beside the claims. */
  public static final Tables NONE =
      new Tables(List.of(), USUAL_AGE, RegistryTable.EMPTY, AbuseContacts.EMPTY);

  public Tables {
    origins = origins.stream().sorted(Comparator.comparing(OriginTable::takenAt)).toList();
  }

  /** The same with one more origin table; one of the same time goes. */
  public Tables with(OriginTable table) {
    List<OriginTable> all = new ArrayList<>(origins);
    all.removeIf(each -> each.takenAt().equals(table.takenAt()));
    all.add(table);
    return new Tables(all, mostAge, registry, contacts);
  }
}
