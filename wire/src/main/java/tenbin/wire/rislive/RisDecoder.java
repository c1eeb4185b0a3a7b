package tenbin.wire.rislive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Refused;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.json.Json;
import tenbin.wire.json.JsonMessage;

/**
 * Reads messages one by one. A message is told whole or not at all. Not for several threads.
 *
 * <p>Where the raw form is there it counts, because it has every attribute; where that is damaged
 * the fields do.
 */
public final class RisDecoder {
  /** The longest text: a message of BGP has 64 KiB, twice that in digits, and its fields. */
  public static final int MOST_TEXT = 1 << 20;

  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);

  /** The year 2255: a number behind it is no time. */
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(9_000_000_000L);

  private final RisRows rows;
  private final JsonMessage json = new JsonMessage(MOST_TEXT);

  public RisDecoder(RisRows rows) {
    this.rows = rows;
  }

  /**
   * Reads one.
   *
   * @param place of it, for warnings
   */
  public RisKind take(String text, Place place) {
    try {
      return message(json.read(text), place);
    } catch (Refused refused) {
      return damaged(place, refused.warning().detail());
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      return damaged(place, "" + wrong.getMessage());
    }
  }

  private RisKind damaged(Place place, String why) {
    rows.damaged(new Warning(Fault.ROW_UNREADABLE, place, why));
    return RisKind.DAMAGED;
  }

  private RisKind message(Json.Members message, Place place) {
    Json.Members data = message.members("data");
    return switch (message.text("type")) {
      case "ris_message" -> data(data, place);
      case "pong" -> RisKind.PONG;
      case "ris_subscribe_ok" -> RisKind.SUBSCRIBED;
      case "ris_error" -> {
        rows.damaged(new Warning(Fault.VALUE_UNREADABLE, place, data.text("message")));
        yield RisKind.ERROR;
      }
      // A file may hold what is in the messages alone.
      case "UPDATE", "RIS_PEER_STATE" -> data(message, place);
      default -> RisKind.OTHER;
    };
  }

  private RisKind data(Json.Members data, Place place) {
    long micros = micros(data.text("timestamp"));
    String host = data.text("host");
    int dot = host.indexOf('.');
    RisRows.Peer peer =
        new RisRows.Peer(
            dot < 0 ? host : host.substring(0, dot),
            Asn.parse(data.text("peer_asn")),
            Address.parse(data.text("peer")));
    switch (data.text("type")) {
      case "UPDATE" -> update(micros, peer, data, place);
      case "RIS_PEER_STATE" -> {
        if (data.text("state").equals("down")) {
          rows.lost(micros, peer);
        }
      }
      default -> {
        return RisKind.OTHER;
      }
    }
    return RisKind.ROUTES;
  }

  private static long micros(String text) {
    BigDecimal seconds = text.length() > 40 ? MOST_SECONDS : new BigDecimal(text);
    boolean plausible = seconds.signum() >= 0 && seconds.compareTo(MOST_SECONDS) < 0;
    if (!plausible || Math.abs(seconds.scale()) > 40) {
      throw new IllegalArgumentException("no time: " + text);
    }
    return seconds.multiply(MICROS).longValue();
  }

  private void update(long micros, RisRows.Peer peer, Json.Members data, Place place) {
    String raw = data.text("raw");
    if (!raw.isEmpty()) {
      try {
        RisRaw.read(raw).tell(micros, peer, rows);
        return;
      } catch (Malformed | IllegalArgumentException wrong) {
        rows.damaged(new Warning(Fault.VALUE_UNREADABLE, place, "raw: " + wrong.getMessage()));
      }
    }
    fields(micros, peer, data);
  }

  private void fields(long micros, RisRows.Peer peer, Json.Members data) {
    List<Prefix> gone = prefixes(data.elements("withdrawals"));
    List<Json.Members> told = new ArrayList<>();
    List<List<Prefix>> announced = new ArrayList<>();
    List<Attributes> attributes = new ArrayList<>();
    for (Json each : data.elements("announcements")) {
      if (!(each instanceof Json.Members one)) {
        throw new IllegalArgumentException("an announcement that is no object");
      }
      told.add(one);
      announced.add(prefixes(one.elements("prefixes")));
      attributes.add(RisAttributes.of(data, one.text("next_hop")));
    }
    if (!gone.isEmpty()) {
      rows.withdrawn(micros, peer, gone);
    }
    for (int i = 0; i < told.size(); i++) {
      rows.announced(micros, peer, announced.get(i), attributes.get(i));
    }
  }

  private static List<Prefix> prefixes(List<Json> told) {
    return told.stream().map(each -> Prefix.parse(each.scalar())).toList();
  }
}
