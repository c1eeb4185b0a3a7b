package tenbin.nouns.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.time.Moment;

class FingerprintTest {
  private static final Address ADDRESS = Address.parse("192.0.2.1");
  private static final Moment TIME = Moment.ofEpochSecond(1_774_310_400);
  private static final Kind KIND = new Kind(Rsit.INFECTED_SYSTEM, "event4_sinkhole", "mirai");

  @Test
  void every_told_value_makes_another_identity() {
    List<Consumer<Observation.Builder>> changes =
        List.of(
            any -> {},
            b -> b.source(Endpoint.of(ADDRESS, 1)),
            b -> b.source(Endpoint.of(ADDRESS, 2)),
            b -> b.destination(Endpoint.of(ADDRESS, 1)),
            b -> b.source(new Endpoint(ADDRESS, 1, new Asn(1), "", "")),
            b -> b.source(new Endpoint(ADDRESS, 1, Asn.NONE, "a", "")),
            b -> b.source(new Endpoint(ADDRESS, 1, Asn.NONE, "", "a")),
            b -> b.transport(Transport.TCP),
            b -> b.sides(Sides.ABOUT_DESTINATION),
            b -> b.sensor("s"),
            b -> b.url("s"),
            b -> b.count(2),
            b -> b.extra(Extra.ofUnknown(Map.of("a", "1"))),
            b -> b.extra(Extra.ofUnknown(Map.of("a", "2"))));
    Set<Fingerprint> seen = new HashSet<>();
    for (Consumer<Observation.Builder> change : changes) {
      Observation.Builder builder = Observation.builder(KIND, TIME);
      change.accept(builder);
      assertThat(seen.add(Fingerprint.of(builder.build()))).isTrue();
    }
    assertThat(seen.add(of(KIND, new Moment(TIME.epochNanos(), 1)))).isTrue();
    assertThat(seen.add(of(KIND, new Moment(TIME.epochNanos() + 1, TIME.errorNanos())))).isTrue();
    assertThat(seen.add(of(new Kind(Rsit.SCANNER, "event4_sinkhole", "mirai"), TIME))).isTrue();
    assertThat(seen.add(of(new Kind(Rsit.INFECTED_SYSTEM, "", "mirai"), TIME))).isTrue();
  }

  @Test
  void the_row_s_place_and_severity_do_not_matter() {
    Observation one = Observation.builder(KIND, TIME).row(1).build();
    Observation two = Observation.builder(KIND, TIME).row(7).severity(Severity.HIGH).build();
    assertThat(Fingerprint.of(one)).isEqualTo(Fingerprint.of(two));
  }

  @Test
  void a_million_near_misses_do_not_collide_in_either_half() {
    int many = 1_000_000;
    Set<Long> highs = new HashSet<>(many * 2);
    Set<Long> lows = new HashSet<>(many * 2);
    for (int i = 0; i < many; i++) {
      Address address = Address.ofV4(0x7e40_0000 + i / 1000);
      Observation seen =
          Observation.builder(KIND, TIME).source(Endpoint.of(address, 1024 + i % 1000)).build();
      Fingerprint fingerprint = Fingerprint.of(seen);
      highs.add(fingerprint.high());
      lows.add(fingerprint.low());
    }
    assertThat(highs).hasSize(many);
    assertThat(lows).hasSize(many);
  }

  @Test
  void types_of_the_taxonomy_hash_apart() {
    Set<Integer> hashes = new HashSet<>();
    for (Rsit each : Rsit.values()) {
      assertThat(hashes.add(each.type().hashCode())).isTrue();
    }
  }

  @Test
  void extra_values_come_back_in_order_and_by_name() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("b", "x".repeat(300));
    values.put("a", "日本");
    values.put("none", "");
    Extra extra = Extra.ofUnknown(values);
    assertThat(extra.get("a")).contains("日本");
    assertThat(extra.get("b")).contains("x".repeat(300));
    assertThat(extra.get("none")).isEmpty();
    assertThat(extra.get("other")).isEmpty();
    Set<String> names = new java.util.LinkedHashSet<>();
    extra.forEach((column, value) -> names.add(column.name()));
    assertThat(names).containsExactly("b", "a");
  }

  private static Fingerprint of(Kind kind, Moment time) {
    return Fingerprint.of(Observation.builder(kind, time).build());
  }
}
