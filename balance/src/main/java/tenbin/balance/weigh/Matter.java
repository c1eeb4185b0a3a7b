package tenbin.balance.weigh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.ground.Marking;
import tenbin.nouns.consent.PartyId;

/**
 * What could be told: fields with their categories, in linkage groups. Values are not in it, for no
 * decision hangs on one.
 *
 * @param type of record
 * @param holder who knows it
 * @param source whom the holder has it from
 * @param marking the sender's
 * @param traits what is said of it: "learnt" to "party", "nda" to "yes"
 * @param parts the fields
 * @param linkages the groups; a group that no linkage describes has nobody responsible
 */
public record Matter(
    String type,
    PartyId holder,
    Optional<PartyId> source,
    Marking marking,
    Map<String, String> traits,
    List<Part> parts,
    List<Linkage> linkages) {
  public Matter {
    traits = Map.copyOf(traits);
    parts = List.copyOf(parts);
    linkages = List.copyOf(linkages);
  }

  /**
   * The linkage of a group. A field that stands alone is about whom the matter is about: about the
   * one linkage that there is, of several about the one that ends at or passes the recipient, else
   * the first. Of a group that no linkage describes nothing is known.
   */
  Linkage linkage(String group, PartyId recipient) {
    for (Linkage each : linkages) {
      if (each.id().equals(group)) {
        return each;
      }
    }
    if (group.isEmpty() && !linkages.isEmpty()) {
      return linkages.stream()
          .filter(each -> each.reaches(recipient))
          .findFirst()
          .orElse(linkages.getFirst());
    }
    return new Linkage(group, Optional.empty(), Optional.empty(), List.of(), Map.of());
  }
}
