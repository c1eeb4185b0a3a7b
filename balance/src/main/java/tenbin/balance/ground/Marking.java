package tenbin.balance.ground;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.consent.Pap;
import tenbin.nouns.consent.Tlp;

/**
 * What the sender wrote on it: gate M.
 *
 * @param tlp FIRST TLP 2.0
 * @param addressed to whom the sender gave it: what AMBER calls the organisation
 * @param persons for RED, the named persons
 * @param pap what may be done with it
 * @param iep FIRST IEP 2.0
 * @param licence that the recipient must hold, "" for none
 * @param grades scheme to grade
 */
public record Marking(
    Optional<Tlp> tlp,
    Parties addressed,
    Set<String> persons,
    Optional<Pap> pap,
    Optional<Iep> iep,
    String licence,
    Map<String, String> grades) {
  /** Says nothing. */
  public static final Marking NONE =
      new Marking(
          Optional.empty(),
          Parties.in(Parties.Role.RESPONSIBLE, Parties.Role.CONDUIT),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          Map.of());

  public Marking {
    persons = Set.copyOf(persons);
    grades = Map.copyOf(grades);
  }
}
