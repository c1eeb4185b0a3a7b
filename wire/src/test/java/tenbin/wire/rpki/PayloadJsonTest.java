package tenbin.wire.rpki;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.Refused;
import tenbin.wire.table.TableTally;

class PayloadJsonTest {
  private static final String ROUTINATOR =
      """
      {
        "metadata": {"generated": 1769817600, "generatedTime": "2026-01-31T00:00:00Z"},
        "roas": [
          {"asn": "AS64496", "prefix": "192.0.2.0/24", "maxLength": 26, "ta": "ripe"},
          {"asn": "AS0", "prefix": "2001:db8::/32", "maxLength": 32, "ta": "apnic",
           "expires": 1769904000}
        ],
        "routerKeys": [{"asn": "AS1", "SKI": "00", "routerPublicKey": "x", "ta": "ripe"}],
        "aspas": [{"customer": "AS64500", "providers": ["AS64501", "AS64502"], "ta": "arin"}]
      }
      """;

  private static final String RPKI_CLIENT =
      """
      {"metadata": {"vrps": 2},
       "roas": [
        {"asn": 64496, "prefix": "192.0.2.0/24", "maxLength": 24, "ta": "ripe", "expires": 1769904000},
        {"asn": 64497, "prefix": "2001:db8::/32", "maxLength": 48, "ta": "ripe", "expires": 1769904001}],
       "bgpsec_keys": [],
       "aspas": [{"customer_asid": 64500, "expires": 1769904000, "providers": [0]}]}
      """;

  private static final String JSONEXT =
      """
      {"roas": [{"asn": "AS64496", "prefix": "192.0.2.0/24", "maxLength": 24, "source": [
        {"type": "roa", "uri": "rsync://one.example/a.roa", "tal": "afrinic",
         "validity": {"notBefore": "2026-01-01T00:00:00Z", "notAfter": "2027-01-01T00:00:00Z"},
         "chainValidity": {"notBefore": "2026-01-01T00:00:00Z", "notAfter": "2026-02-01T00:00:00Z"},
         "stale": "2026-02-01T00:00:00Z"}]}]}
      """;

  private final List<String> found = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void the_forms_of_routinator_and_of_rpki_client_say_the_same_things() throws Exception {
    assertThat(read(ROUTINATOR)).isEqualTo(new TableTally(4, 3, 0));
    assertThat(found)
        .containsExactly(
            "192.0.2.0/24-26 AS64496 ripe Optional.empty",
            "2001:db8::/32-32 AS apnic Optional[2026-02-01T00:00:00Z]",
            "AS64500 behind [64501, 64502] arin Optional.empty");
    found.clear();
    assertThat(read(RPKI_CLIENT)).isEqualTo(new TableTally(3, 3, 0));
    assertThat(found)
        .containsExactly(
            "192.0.2.0/24-24 AS64496 ripe Optional[2026-02-01T00:00:00Z]",
            "2001:db8::/32-48 AS64497 ripe Optional[2026-02-01T00:00:01Z]",
            "AS64500 behind []  Optional[2026-02-01T00:00:00Z]");
  }

  @Test
  void where_a_payload_came_from_tells_its_anchor_and_the_end_of_its_chain() throws Exception {
    read(JSONEXT);
    assertThat(found)
        .containsExactly("192.0.2.0/24-24 AS64496 afrinic Optional[2026-02-01T00:00:00Z]");
  }

  @Test
  void a_packed_file_is_unpacked() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(RPKI_CLIENT.getBytes(UTF_8));
    }
    assertThat(read(packed.toByteArray()).entries()).isEqualTo(3);
  }

  @Test
  void damaged_payloads_are_told_with_their_place_and_the_rest_goes_on() throws Exception {
    TableTally tally =
        read(
            """
            {"roas": [
              {"asn": "AS1", "prefix": "192.0.2.1/24", "maxLength": 24},
              {"asn": "AS1", "prefix": "192.0.2.0/24", "maxLength": 23},
              {"asn": "AS1", "prefix": "192.0.2.0/24", "maxLength": 33},
              {"asn": "ASX", "prefix": "192.0.2.0/24", "maxLength": 24},
              {"asn": "AS1", "prefix": "192.0.2.0/24", "maxLength": "x"},
              {"asn": "AS1", "prefix": "192.0.2.0/24", "maxLength": 24, "expires": "tomorrow"},
              7,
              {"asn": "AS1", "prefix": "192.0.2.0/24"}],
             "aspas": [{"customer": "AS0", "providers": []}, {"customer": "AS1", "providers": ["x"]}]}
            """);
    assertThat(found).containsExactly("192.0.2.0/24-24 AS1  Optional.empty");
    assertThat(tally).isEqualTo(new TableTally(10, 1, 9));
    assertThat(damaged).hasSize(9);
    assertThat(damaged.getFirst().place().row()).isOne();
  }

  @Test
  void what_is_no_json_or_breaks_off_is_refused_and_what_came_before_stays() {
    assertThatThrownBy(() -> read("prefix,asn\n")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> read(ROUTINATOR.substring(0, 260))).isInstanceOf(Refused.class);
    assertThat(found).hasSize(1);
  }

  @Test
  void any_octets_are_read_or_refused() throws IOException {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 3_000; round++) {
      byte[] octets = List.of(ROUTINATOR, RPKI_CLIENT, JSONEXT).get(round % 3).getBytes(UTF_8);
      for (int i = random.nextInt(6); i >= 0; i--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
      }
      found.clear();
      try {
        TableTally tally = read(octets);
        assertThat(tally.entries()).as("seed %d", seed).isEqualTo(found.size());
      } catch (Refused expected) {
        assertThat(expected.warning().detail()).as("seed %d", seed).isNotEmpty();
      }
    }
  }

  private TableTally read(String text) throws IOException, Refused {
    return read(text.getBytes(UTF_8));
  }

  private TableTally read(byte[] octets) throws IOException, Refused {
    return PayloadJson.read(
        new ByteArrayInputStream(octets),
        new PayloadRows() {
          @Override
          public void vrp(Prefix prefix, int maxLength, Asn asn, Ground ground) {
            found.add(prefix + "-" + maxLength + " AS" + asn + " " + told(ground));
          }

          @Override
          public void aspa(Asn customer, Set<Asn> providers, Ground ground) {
            TreeSet<Asn> sorted = new TreeSet<>(providers);
            found.add("AS" + customer + " behind " + sorted + " " + told(ground));
          }

          @Override
          public void damaged(Warning warning) {
            damaged.add(warning);
          }
        });
  }

  private static String told(PayloadRows.Ground ground) {
    return ground.anchor() + " " + ground.expires();
  }
}
