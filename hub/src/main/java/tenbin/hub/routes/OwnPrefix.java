package tenbin.hub.routes;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.tell.Band;
import tenbin.hub.routes.PrefixStates.PrefixState;
import tenbin.hub.routes.PrefixStates.Standing;
import tenbin.nouns.net.Asn;

/**
 * One of the reader's own declared prefixes, with how it stands.
 *
 * @param watched as declared
 * @param origins who should originate it
 * @param rpki "valid", "invalid", "absent", "unknown"
 * @param irr likewise
 * @param visible by how many vantage points, as a band; "" where nobody looks
 * @param incidents how many that go on touch it
 */
public record OwnPrefix(
    Watched watched, String origins, String rpki, String irr, String visible, int incidents) {
  static OwnPrefix of(Declaration declared, Watched each, PrefixStates states, int incidents) {
    Set<Asn> origins = each.origins().isEmpty() ? declared.asns() : each.origins();
    PrefixState state = states.of(each.prefix(), origins);
    return new OwnPrefix(
        each,
        new TreeSet<>(origins).stream().map(asn -> "AS" + asn).collect(Collectors.joining(" ")),
        state.rpki().word(),
        state.irr().word(),
        state.vantages() < 0 ? "" : Band.of(state.vantages()).text(),
        incidents);
  }

  public String prefix() {
    return watched.prefix().toString();
  }

  /** How much is wrong: the highest first. */
  public int trouble() {
    int unseen = watched.announced() && visible.equals(Band.NONE.text()) ? 4 : 0;
    int invalid = rpki.equals(Standing.INVALID.word()) ? 8 : 0;
    int mismatch = irr.equals(Standing.INVALID.word()) ? 2 : 0;
    int absent = rpki.equals(Standing.ABSENT.word()) ? 1 : 0;
    return (incidents > 0 ? 16 : 0) + invalid + unseen + mismatch + absent;
  }

  /** Problems first. */
  static List<OwnPrefix> sorted(List<OwnPrefix> all) {
    return all.stream()
        .sorted(
            Comparator.comparingInt(OwnPrefix::trouble)
                .reversed()
                .thenComparing(each -> each.watched().prefix()))
        .toList();
  }
}
