package tenbin.wire.rislive;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Attributes.Aggregator;
import tenbin.wire.bgp.Attributes.Community;
import tenbin.wire.bgp.Attributes.LargeCommunity;
import tenbin.wire.bgp.Attributes.Origin;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;
import tenbin.wire.json.Json;

/** The attributes that a message's fields tell: path, origin, next hop, MED, communities. */
final class RisAttributes {
  private static final int SET = 1;
  private static final int SEQUENCE = 2;
  private static final int MOST_SEGMENT = 255;

  private RisAttributes() {}

  static Attributes of(Json.Members data, String nextHop) {
    List<Community> communities = new ArrayList<>();
    List<LargeCommunity> large = new ArrayList<>();
    for (Json each : data.elements("community")) {
      community(each, communities, large);
    }
    return new Attributes(
        origin(data.text("origin")),
        path(data.elements("path")),
        hop(nextHop),
        med(data.text("med")),
        OptionalLong.empty(),
        false,
        aggregator(data.text("aggregator")),
        communities,
        large,
        List.of(),
        List.of(),
        OptionalLong.empty(),
        List.of(),
        Attributes.Leak.UNSAID);
  }

  private static Optional<Origin> origin(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "IGP" -> Optional.of(Origin.IGP);
      case "EGP" -> Optional.of(Origin.EGP);
      case "INCOMPLETE" -> Optional.of(Origin.INCOMPLETE);
      default -> Optional.empty();
    };
  }

  /** The global one; a link-local one stands behind it, with a comma between. */
  private static Optional<Address> hop(String text) {
    int comma = text.indexOf(',');
    return Address.tryParse(comma < 0 ? text : text.substring(0, comma));
  }

  private static OptionalLong med(String text) {
    return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Asn.parse(text).number());
  }

  /** "64496:192.0.2.1". */
  private static Optional<Aggregator> aggregator(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    return Asn.tryParse(text.substring(0, colon))
        .flatMap(asn ->
            Address.tryParse(text.substring(colon + 1))
                .map(address -> new Aggregator(asn, address)));
  }

  private static void community(
      Json told, List<Community> communities, List<LargeCommunity> large) {
    List<Json> parts = told instanceof Json.Elements(var all) ? all : List.of();
    switch (parts.size()) {
      case 2 -> communities.add(new Community(half(parts.get(0)), half(parts.get(1))));
      case 3 ->
          large.add(
              new LargeCommunity(number(parts.get(0)), number(parts.get(1)), number(parts.get(2))));
      default -> throw new IllegalArgumentException("a community of " + parts.size() + " parts");
    }
  }

  private static int half(Json part) {
    long value = number(part);
    if (value > 0xffff) {
      throw new IllegalArgumentException("no half of a community: " + value);
    }
    return (int) value;
  }

  private static long number(Json part) {
    return Asn.parse(part.scalar()).number();
  }

  /** Numbers are a sequence, an array inside is a set. */
  private static AsPath path(List<Json> told) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    List<Long> sequence = new ArrayList<>();
    for (Json each : told) {
      if (each instanceof Json.Elements(var set)) {
        segments(SEQUENCE, sequence, octets);
        sequence.clear();
        segments(SET, set.stream().map(RisAttributes::number).toList(), octets);
      } else {
        sequence.add(number(each));
      }
    }
    segments(SEQUENCE, sequence, octets);
    try {
      return AsPath.read(Octets.of(octets.toByteArray(), 0, octets.size()), AsWidth.FOUR);
    } catch (Malformed impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void segments(int kind, List<Long> numbers, ByteArrayOutputStream octets) {
    for (int from = 0; from < numbers.size(); from += MOST_SEGMENT) {
      List<Long> part = numbers.subList(from, Math.min(numbers.size(), from + MOST_SEGMENT));
      octets.write(kind);
      octets.write(part.size());
      for (long each : part) {
        for (int shift = 24; shift >= 0; shift -= 8) {
          octets.write((int) (each >>> shift));
        }
      }
    }
  }
}
