package tenbin.spine.correlate;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;

/**
 * Something that no single member could have joined.
 *
 * @param id deterministic: a replay finds the same
 * @param detector which one found it
 * @param kind what it is about
 * @param members whom it concerns; never shown to one another
 * @param values what joins them, attack-technical only (C1): addresses of attackers as a list
 *     detached from any communication
 * @param from first sighting
 * @param to last sighting so far
 * @param sightings how many
 * @param score how unlikely by chance: -log10 of the probability, higher is surer
 * @param why for the analyst: the rule with its numbers, in English
 */
public record Finding(
    String id,
    String detector,
    Kind kind,
    Set<MemberId> members,
    List<String> values,
    Instant from,
    Instant to,
    long sightings,
    double score,
    String why) {
  public Finding {
    members = Set.copyOf(members);
    values = List.copyOf(values);
  }
}
