package tenbin.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Warning;
import tenbin.nouns.time.Validity;
import tenbin.wire.Limits;
import tenbin.wire.Reading;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.standard.StandardFormats;

class DemoDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 24);

  @Test
  void the_same_seed_gives_the_same_bytes_and_another_one_others() {
    assertThat(digests(1)).isEqualTo(digests(1)).isNotEqualTo(digests(2));
  }

  @Test
  void a_quiet_campaign_touches_exactly_three_members_a_few_times_each() {
    long touched =
        DemoDay.of(circle(), DAY, 1).stream()
            .map(report -> new String(report.bytes(), UTF_8))
            .filter(text -> text.contains(Campaign.QUIET_FAMILY))
            .peek(text ->
                assertThat(text.split(Campaign.QUIET_FAMILY, -1)).hasSize(1 + Campaign.ATTACKERS))
            .count();
    assertThat(touched).isEqualTo(3);
  }

  @Test
  void the_day_is_large_enough_to_matter_and_small_enough_to_load_at_once() {
    long bytes =
        DemoDay.of(circle(), DAY, 1).stream().mapToLong(report -> report.bytes().length).sum();
    assertThat(bytes).isBetween(2_000_000L, 12_000_000L);
  }

  @Test
  void the_day_shows_every_format_that_is_read() throws IOException, Refused {
    Set<String> shown = new TreeSet<>();
    for (DemoReport report : DemoDay.of(circle(), DAY, 1)) {
      Report bytes =
          new Report(
              report.name(),
              new ByteArrayInputStream(report.bytes()),
              DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
              report.mapping(),
              Limits.USUAL);
      Count rows = new Count();
      shown.add(new Reading(StandardFormats.all(), Clock.systemUTC()).read(bytes, rows).name());
      assertThat(rows.seen).as(report.name()).isPositive();
    }
    Set<String> readable = new TreeSet<>();
    StandardFormats.all().readable().forEach(format -> readable.add(format.name()));
    readable.remove("mail"); // Mails are named after what they carry.
    assertThat(shown).isEqualTo(readable);
  }

  /** How much was read. */
  private static final class Count implements Sink {
    private int seen;

    @Override
    public void observation(Observation row) {
      seen++;
    }

    @Override
    public void warning(Warning warning) {
      // Torn lines belong to the day.
    }
  }

  private static List<Digest> digests(long seed) {
    return DemoDay.of(circle(), DAY, seed).stream()
        .map(report -> Digest.of(report.bytes()))
        .toList();
  }

  static Circle circle() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      MemberId id = new MemberId("operator-" + (char) ('a' + i));
      members.add(member(id, MemberClass.ALLIANCE_MEMBER, claims(id, i)));
    }
    members.add(member(new MemberId("secretariat"), MemberClass.SECRETARIAT, List.of()));
    return new Circle("Test", "1", members, List.of(), List.of(), Tlp.AMBER);
  }

  private static List<Claim> claims(MemberId id, int i) {
    return List.of(
        claim(id, new Network.Block(Prefix.parse("126." + (64 + i) + ".0.0/16"))),
        claim(id, new Network.Block(Prefix.parse("2001:db8:" + (i + 1) + "::/48"))),
        claim(id, new Network.AutonomousSystem(new Asn(64_496 + i))));
  }

  private static Claim claim(MemberId id, Network network) {
    return new Claim(id, network, Claim.Means.DECLARED, Validity.ALWAYS, "test");
  }

  private static Member member(MemberId id, MemberClass memberClass, List<Claim> claims) {
    return new Member(
        id, id.text(), id.text(), memberClass, true, Validity.ALWAYS, claims, List.of());
  }
}
