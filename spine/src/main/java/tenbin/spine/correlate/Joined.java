package tenbin.spine.correlate;

import java.util.List;

/**
 * Members joined by values they share, in numbers: what a finding is made of.
 *
 * @param detector name
 * @param members indexes
 * @param kind index
 * @param values keys of those that may be listed
 * @param since seconds since 1970: with detector and members it names the finding
 * @param first first sighting
 * @param last last sighting
 * @param sightings how many
 * @param score -log10 of how many such findings a day chance would make
 * @param why the rule with its numbers
 */
record Joined(
    String detector,
    List<Integer> members,
    int kind,
    List<Long> values,
    long since,
    long first,
    long last,
    long sightings,
    double score,
    String why) {
  Joined {
    members = List.copyOf(members);
    values = List.copyOf(values);
  }
}
