package tenbin.proof.noninterference;

import java.time.Instant;

/**
 * One line of a report in a world, as IntelMQ writes it.
 *
 * @param type of the classification: "infected-system", where the destination is the sensor, or
 *     "phishing", where it is not
 * @param at when it was seen
 * @param address whose network is concerned
 * @param port of that address
 * @param family of the malware
 * @param destination the other side
 * @param note a column that no table of ours knows, so it leaves nowhere; empty for none
 */
record Row(
    String type,
    Instant at,
    String address,
    int port,
    String family,
    String destination,
    String note) {
  /** A line that no reader takes. */
  static final Row BROKEN = new Row("", Instant.EPOCH, "", 0, "", "", "");

  boolean isBroken() {
    return address.isEmpty();
  }

  /** Whether the destination is the reporter's own sensor. */
  boolean isSensed() {
    return type.equals("infected-system");
  }

  String json() {
    if (isBroken()) {
      return "{\"time.source\":\"25:61\",\"source.ip\":\"nobody\"}";
    }
    return "{\"time.source\":\""
        + at
        + "\",\"classification.type\":\""
        + type
        + "\",\"source.ip\":\""
        + address
        + "\",\"source.port\":"
        + port
        + ",\"malware.name\":\""
        + family
        + "\",\"destination.ip\":\""
        + destination
        + (note.isEmpty() ? "" : "\",\"extra.unheard_of\":\"" + note)
        + "\"}";
  }
}
