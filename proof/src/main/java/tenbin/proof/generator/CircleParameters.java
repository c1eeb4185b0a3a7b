package tenbin.proof.generator;

import java.util.List;
import java.util.Map;

/**
 * What a circle's day is like. The defaults come from published measurements, not from what a
 * detector finds easy.
 *
 * @param members of the circle
 * @param events in the day
 * @param sources distinct addresses that act
 * @param correlatedShare of the sources are seen by two members and more: 20 % (Katti, IMC 2005)
 * @param correlatedEventShare of the events are theirs: more than 40 % (same)
 * @param contributorExponent of the power law of members' volumes: 1 is Zipf's
 * @param groups stable groups of members that the same sources visit
 * @param leastGroup members in a group: 4 to 6 (same)
 * @param mostGroup the same
 * @param groupShare of the correlated sources keep to such a group
 * @param scannerShare of the correlated sources are scanners and worms: they visit two members or
 *     more within minutes, how many by a power law
 * @param spreadExponent of that power law; the rest of the correlated sources are coincidences:
 *     addresses behind translators or handed out anew, at two members at unrelated times
 * @param delaySeconds median from one member to the next: minutes (same)
 * @param artefactShare of the sources come with a command server, a URL or a hash
 * @param sharedArtefacts of the artefacts are seen by two members and more: 3 to 4 % (Metcalf and
 *     Spring 2014, domains on one list only: 96.16 to 97.37 %)
 * @param kinds of attack, by Zipf's law
 * @param campaigns low and slow, on two or three members
 * @param campaignEvents of a campaign at each member: at most 3
 * @param strayShare of its events come from an address that no other member sees
 * @param bareShare of its events show no artefact
 * @param moreSources share of the members that a mass mailing's artefact reaches from a second
 *     source there: 0 in the usual day, for want of a published figure; above it campaigns are
 *     harder to tell
 * @param waveSeconds mean time from one event of a campaign to its next at the same member
 */
public record CircleParameters(
    int members,
    int events,
    int sources,
    double correlatedShare,
    double correlatedEventShare,
    double contributorExponent,
    int groups,
    int leastGroup,
    int mostGroup,
    double groupShare,
    double scannerShare,
    double spreadExponent,
    int delaySeconds,
    double artefactShare,
    double sharedArtefacts,
    int kinds,
    int campaigns,
    int campaignEvents,
    double strayShare,
    double bareShare,
    double moreSources,
    int waveSeconds) {

  private static final List<String> NAMES =
      List.of(
          "members",
          "groups",
          "campaigns",
          "campaignEvents",
          "strayShare",
          "bareShare",
          "moreSources");

  /** Fifty members and ten million events. */
  public static final CircleParameters USUAL =
      new CircleParameters(
          50,
          10_000_000,
          400_000,
          0.20,
          0.42,
          1.0,
          9,
          4,
          6,
          0.25,
          0.45,
          2.0,
          300,
          0.2,
          0.035,
          40,
          40,
          3,
          0.05,
          0.1,
          0,
          3_600);

  /** The same circle with a share of everything. */
  public CircleParameters scaled(double share) {
    return new CircleParameters(
        members,
        (int) (events * share),
        (int) (sources * share),
        correlatedShare,
        correlatedEventShare,
        contributorExponent,
        groups,
        leastGroup,
        mostGroup,
        groupShare,
        scannerShare,
        spreadExponent,
        delaySeconds,
        artefactShare,
        sharedArtefacts,
        kinds,
        campaigns,
        campaignEvents,
        strayShare,
        bareShare,
        moreSources,
        waveSeconds);
  }

  /**
   * The same circle with some things told otherwise.
   *
   * @param told by the names {@code members}, {@code groups}, {@code campaigns}, {@code
   *     campaignEvents}, {@code strayShare}, {@code bareShare}, {@code moreSources}; others are
   *     refused
   */
  public CircleParameters with(Map<String, Double> told) {
    for (String name : told.keySet()) {
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException("no parameter " + name + "; there are " + NAMES);
      }
    }
    return new CircleParameters(
        told.getOrDefault("members", (double) members).intValue(),
        events,
        sources,
        correlatedShare,
        correlatedEventShare,
        contributorExponent,
        told.getOrDefault("groups", (double) groups).intValue(),
        leastGroup,
        mostGroup,
        groupShare,
        scannerShare,
        spreadExponent,
        delaySeconds,
        artefactShare,
        sharedArtefacts,
        kinds,
        told.getOrDefault("campaigns", (double) campaigns).intValue(),
        told.getOrDefault("campaignEvents", (double) campaignEvents).intValue(),
        told.getOrDefault("strayShare", strayShare),
        told.getOrDefault("bareShare", bareShare),
        told.getOrDefault("moreSources", moreSources),
        waveSeconds);
  }
}
