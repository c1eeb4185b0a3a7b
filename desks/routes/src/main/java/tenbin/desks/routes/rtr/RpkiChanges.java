package tenbin.desks.routes.rtr;

import java.util.List;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.Vrp;
import tenbin.nouns.net.Asn;

/**
 * What a version has that the one before had not, and the other way round.
 *
 * @param added VRPs that came
 * @param removed VRPs that went
 * @param aspas ASPAs that came or say something else now
 * @param withoutAspa ASes whose ASPA went
 */
public record RpkiChanges(
    List<Vrp> added, List<Vrp> removed, List<Aspa> aspas, List<Asn> withoutAspa) {
  /** Nothing; also of the first version, before which nothing is known. */
  public static final RpkiChanges NONE =
      new RpkiChanges(List.of(), List.of(), List.of(), List.of());

  public RpkiChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    aspas = List.copyOf(aspas);
    withoutAspa = List.copyOf(withoutAspa);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
