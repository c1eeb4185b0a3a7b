package tenbin.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Warning;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.Tables;
import tenbin.spine.correlate.CorrelatorBounds;
import tenbin.spine.correlate.ShardedCorrelator;
import tenbin.spine.correlate.Sighted;
import tenbin.spine.roster.CircleFile;
import tenbin.wire.Format;
import tenbin.wire.Limits;
import tenbin.wire.Reading;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.standard.StandardFormats;

/**
 * A sinkhole report that the secretariat of the demo's circle brings in for all, taken through the
 * stages without a database. Its two rows are of one address, which Aozora gave to Hayate between
 * them, at midnight in Tokyo (15:00 UTC). Aozora asks.
 *
 * @param format as which it was read
 * @param rows its rows as the hub knows them, in order
 * @param decisions of the balance for Aozora, one a row
 */
record OneReport(Format format, List<Row> rows, List<Decision> decisions) {
  static final String NAME = "2026-03-24-event4_sinkhole-example.csv";
  static final String ADDRESS = "126.116.20.7";
  static final String SENSOR = "198.51.100.7";
  static final String EVENT_ID = "5ca1ab1e";
  static final String TEXT =
      """
      "timestamp","protocol","src_ip","src_port","src_asn","src_geo","src_hostname","severity","dst_ip","dst_port","infection","family","tag","event_id"
      "2026-03-24 08:15:30","tcp","126.116.20.7",17073,64496,"JP","p7.bb.aozora.example","critical","198.51.100.7",443,"mirai","mirai","mirai","5ca1ab1e01"
      "2026-03-24 16:20:05","tcp","126.116.20.7",40112,64497,"JP","p7.bb.hayate.example","critical","198.51.100.7",443,"mirai","mirai","mirai","5ca1ab1e02"
      """;
  static final Instant RECEIVED_AT = Instant.parse("2026-03-25T06:00:00Z");
  static final MemberId HOLDER = new MemberId("secretariat");
  static final MemberId RECIPIENT = new MemberId("aozora");

  /** Small: a report of two rows needs no room for ten million. */
  private static final CorrelatorBounds BOUNDS = new CorrelatorBounds(1, 16, 64, 16, 16);

  /** The key that stands for Aozora's own; HMAC-SHA-256 likes 32 bytes. */
  private static final int KEY_BYTES = 32;

  /** One row as the hub knows it. */
  record Row(Observation seen, Attribution attribution, Fingerprint identity, SeenBy seenBy) {}

  OneReport {
    rows = List.copyOf(rows);
    decisions = List.copyOf(decisions);
  }

  /** Reads, attributes, correlates and decides. */
  static OneReport follow() throws IOException, Refused {
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    Observations read = new Observations();
    Format format = read(read);
    List<Row> rows = known(read.all, new TableAttributor(circle, Tables.NONE));
    Plan plan =
        new Balance(Policy.of(circle))
            .plan(
                new Request(
                    RECIPIENT, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.DOWNLOAD, RECEIVED_AT),
                key());
    return new OneReport(
        format, rows, rows.stream().map(row -> plan.decide(item(row, circle))).toList());
  }

  private static Format read(Sink sink) throws IOException, Refused {
    return new Reading(StandardFormats.all(), InstantSource.fixed(RECEIVED_AT))
        .read(
            new Report(
                NAME,
                new ByteArrayInputStream(TEXT.getBytes(UTF_8)),
                RECEIVED_AT,
                Optional.empty(),
                Limits.USUAL),
            sink);
  }

  /** The correlator is asked when it has heard all rows, as it is when a member fetches. */
  private static List<Row> known(List<Observation> read, TableAttributor attributor) {
    ShardedCorrelator correlator = new ShardedCorrelator(BOUNDS);
    for (Observation seen : read) {
      Attribution attribution = attributor.attribute(seen);
      correlator.take(
          new Sighted(
              seen.row(),
              witness(attribution),
              Fingerprint.of(seen),
              seen,
              attribution,
              RECEIVED_AT));
    }
    return read.stream()
        .map(seen ->
            new Row(
                seen, attributor.attribute(seen), Fingerprint.of(seen), correlator.seenBy(seen)))
        .toList();
  }

  /** What the secretariat brings in for all counts for the member in whose network it was seen. */
  static MemberId witness(Attribution attribution) {
    if (attribution.responsible() instanceof Responsible.OfMember(MemberId member)) {
      return member;
    }
    throw new AssertionError("the rows of this report are members' own: " + attribution);
  }

  private static Item.Sighting item(Row row, Circle circle) {
    return new Item.Sighting(
        row.seen(), row.attribution(), HOLDER, circle.unmarked(), row.seenBy(), 1);
  }

  private static RecipientKey key() {
    byte[] key = new byte[KEY_BYTES];
    Arrays.fill(key, (byte) 7);
    return new RecipientKey(key);
  }

  /** Keeps the rows; this report gives no reason to complain. */
  private static final class Observations implements Sink {
    private final List<Observation> all = new ArrayList<>();

    @Override
    public void observation(Observation seen) {
      all.add(seen);
    }

    @Override
    public void warning(Warning warning) {
      throw new AssertionError(warning);
    }
  }
}
