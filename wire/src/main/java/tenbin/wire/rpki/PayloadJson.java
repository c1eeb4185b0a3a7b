package tenbin.wire.rpki;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.json.Json;
import tenbin.wire.json.JsonRecords;
import tenbin.wire.mrt.Unpacked;
import tenbin.wire.table.TableTally;

/**
 * Reads the JSON files of validators: routinator's "json" and "jsonext", rpki-client's, and what
 * else has "roas" and "aspas" with their fields. One payload is in memory at a time. For one file.
 */
public final class PayloadJson {
  /** Ten times what all registries have. */
  static final long MOST_PAYLOADS = 10_000_000;

  /** An AS with more providers than the largest networks have neighbours is none. */
  static final int MOST_PROVIDERS = 20_000;

  private static final JsonRecords.Shape SHAPE =
      new JsonRecords.Shape(Set.of("roas", "aspas", "routerKeys", "bgpsec_keys"), Set.of());

  private final PayloadRows rows;
  private long entries;
  private long damaged;
  private long last;

  private PayloadJson(PayloadRows rows) {
    this.rows = rows;
  }

  /**
   * Reads a whole file, plain or packed; a damaged payload is told and left out.
   *
   * @return as lines the payloads that it has, router keys among them
   * @throws Refused where it is no JSON, or not further
   */
  public static TableTally read(InputStream in, PayloadRows rows) throws IOException, Refused {
    PayloadJson json = new PayloadJson(rows);
    Report report = new Report("", Unpacked.of(in), Instant.EPOCH, Optional.empty(), Limits.USUAL);
    JsonRecords.readDocument(report, json.new Warnings(), SHAPE, json::record);
    return new TableTally(json.last, json.entries, json.damaged);
  }

  private void record(long row, Json.Members members) throws Refused {
    if (row > MOST_PAYLOADS) {
      throw new Refused(Fault.TOO_MANY_ROWS, Place.row(row), "more than " + MOST_PAYLOADS);
    }
    last = row;
    try {
      entries += take(members) ? 1 : 0;
    } catch (IllegalArgumentException | DateTimeException wrong) {
      damage(new Warning(Fault.ROW_UNREADABLE, Place.row(row), "" + wrong.getMessage()));
    }
  }

  private void damage(Warning warning) {
    damaged++;
    rows.damaged(warning);
  }

  private boolean take(Json.Members members) {
    if (!members.text("prefix").isEmpty()) {
      vrp(members);
      return true;
    }
    String customer = members.text("customer_asid") + members.text("customer");
    if (!customer.isEmpty()) {
      aspa(Asn.parse(customer), members);
      return true;
    }
    return false;
  }

  private void vrp(Json.Members members) {
    Prefix prefix = Prefix.parse(members.text("prefix"));
    Asn asn = Asn.parse(members.text("asn"));
    String told = members.text("maxLength");
    int maxLength = told.isEmpty() ? prefix.length() : Integer.parseInt(told);
    if (maxLength < prefix.length() || maxLength > (prefix.isV4() ? 32 : 128)) {
      throw new IllegalArgumentException("maxLength " + maxLength + " of " + prefix);
    }
    rows.vrp(prefix, maxLength, asn, ground(members));
  }

  private void aspa(Asn customer, Json.Members members) {
    List<Json> told = members.elements("providers");
    if (told.size() > MOST_PROVIDERS || !customer.isPresent()) {
      throw new IllegalArgumentException(told.size() + " providers of AS" + customer);
    }
    Set<Asn> providers = new HashSet<>();
    told.forEach(each -> providers.add(Asn.parse(each.scalar())));
    rows.aspa(customer, providers, ground(members));
  }

  /** On the payload itself, or with the first of the objects that it came from ("jsonext"). */
  private static PayloadRows.Ground ground(Json.Members members) {
    List<Json> sources = members.elements("source");
    if (!sources.isEmpty() && sources.getFirst() instanceof Json.Members source) {
      String end = source.members("chainValidity").text("notAfter");
      String own = source.members("validity").text("notAfter");
      return new PayloadRows.Ground(source.text("tal"), instant(end.isEmpty() ? own : end));
    }
    return new PayloadRows.Ground(members.text("ta"), instant(members.text("expires")));
  }

  /** Seconds of the epoch, or a text of RFC 3339. */
  private static Optional<Instant> instant(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    boolean seconds = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return Optional.of(seconds ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text));
  }

  /** The records' own faults. */
  private final class Warnings implements Sink {
    @Override
    public void observation(Observation seen) {
      throw new IllegalStateException("a payload is no observation");
    }

    @Override
    public void warning(Warning warning) {
      damage(warning);
    }
  }
}
