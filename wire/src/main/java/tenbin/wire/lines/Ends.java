package tenbin.wire.lines;

import tenbin.balance.Place;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Endpoint;
import tenbin.wire.json.JsonText;

/** One side of an observation as a JSON object; no member at all when nothing of it was told. */
final class Ends {
  private Ends() {}

  static void write(JsonText text, String name, Endpoint end) {
    write(text, name, end, Place.NOWHERE, Sector.UNKNOWN);
  }

  /** A side whose address was perhaps released more coarsely. */
  static void write(JsonText text, String name, Endpoint end, Place place, Sector sector) {
    boolean coarse = !(place instanceof Place.Nowhere || place instanceof Place.Exact);
    if (end.equals(Endpoint.NONE) && !coarse) {
      return;
    }
    text.object(name).told("ip", end.address().toString());
    switch (place) {
      case Place.Block(Prefix network) -> text.text("network", network.toString());
      case Place.Pseudonym(String pseudonym) -> text.text("pseudonym", pseudonym);
      case Place.System(Asn asn) when !end.asn().isPresent() -> text.number("asn", asn.number());
      case Place.System ignored -> {}
      case Place.InSector ignored -> {}
      case Place.Exact ignored -> {}
      case Place.Nowhere ignored -> {}
    }
    if (end.hasPort()) {
      text.number("port", end.port());
    }
    if (end.asn().isPresent()) {
      text.number("asn", end.asn().number());
    }
    text.told("sector", sector.word());
    text.told("host", end.host()).told("reverseName", end.reverseName()).endObject();
  }
}
