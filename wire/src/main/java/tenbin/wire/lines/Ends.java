package tenbin.wire.lines;

import tenbin.nouns.observation.Endpoint;
import tenbin.wire.json.JsonText;

/** One side of an observation as a JSON object; no member at all when nothing of it was told. */
final class Ends {
  private Ends() {}

  static void write(JsonText text, String name, Endpoint end) {
    if (end.equals(Endpoint.NONE)) {
      return;
    }
    text.object(name).told("ip", end.address().toString());
    if (end.hasPort()) {
      text.number("port", end.port());
    }
    if (end.asn().isPresent()) {
      text.number("asn", end.asn().number());
    }
    text.told("host", end.host()).told("reverseName", end.reverseName()).endObject();
  }
}
