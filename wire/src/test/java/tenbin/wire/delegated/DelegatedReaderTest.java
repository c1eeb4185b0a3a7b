package tenbin.wire.delegated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.AddressRange;
import tenbin.wire.table.TableTally;

class DelegatedReaderTest {
  private final List<String> found = new ArrayList<>();
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void versions_summaries_and_entries_of_every_type_are_told_apart() throws IOException {
    TableTally tally =
        read(
            """
            # a remark
            2.3|apnic|20260324|5|19830613|20260323|+1000
            apnic|*|ipv4|*|2|summary
            apnic|JP|ipv4|126.64.0.0|4194304|20050210|allocated|A9
            apnic|AU|ipv6|2001:db8::|32|20010101|assigned|B1|e-stats
            apnic|JP|asn|64496|3|20040401|allocated|A9
            apnic||ipv4|126.128.0.0|256||available|
            apnic|ZZ|ipv4|126.129.0.0|256|00000000|reserved|
            """);
    assertThat(found)
        .containsExactly(
            "apnic of 2026-03-24",
            "126.64.0.0/10 apnic JP Optional[2005-02-10]",
            "2001:db8::/32 apnic AU Optional[2001-01-01]",
            "AS64496 +3 JP");
    assertThat(tally).isEqualTo(new TableTally(8, 3, 0));
  }

  @Test
  void a_count_that_is_no_power_of_two_comes_as_several_prefixes() throws IOException {
    read("ripencc|DE|ipv4|126.64.1.0|768|20200101|allocated\n");
    assertThat(found)
        .containsExactly(
            "126.64.1.0/24 ripencc DE Optional[2020-01-01]",
            "126.64.2.0/23 ripencc DE Optional[2020-01-01]");
  }

  @Test
  void damaged_lines_are_told_with_their_place_and_the_rest_goes_on() throws IOException {
    TableTally tally =
        read(
            """
            apnic|JP|ipv4|126.64.0.0|0|20050210|allocated
            apnic|JP|ipv4|255.255.255.0|512|20050210|allocated
            apnic|JP|ipv4|2001:db8::|256|20050210|allocated
            apnic|JP|ipv6|2001:db8::1|32|20050210|allocated
            apnic|JP|ipv6|2001:db8::|32|20051310|allocated
            apnic|JP|asn|x|1|20050210|allocated
            apnic|JP|fax|1|1|20050210|allocated
            apnic|JP
            apnic|JP|ipv4|126.64.0.0|x|20050210|allocated
            apnic|JP|ipv4|126.64.0.0|256|20050210|allocated
            """);
    assertThat(found).containsExactly("126.64.0.0/24 apnic JP Optional[2005-02-10]");
    assertThat(tally).isEqualTo(new TableTally(10, 1, 9));
    assertThat(damaged.getFirst().place().row()).isOne();
    assertThat(damaged).allMatch(each -> !each.detail().isEmpty());
  }

  @Test
  void a_range_is_made_up_of_its_prefixes_exactly() {
    long seed = new Random().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      long first = random.nextLong(1L << 32);
      long count = 1 + random.nextLong(Math.min(1L << random.nextInt(1, 33), (1L << 32) - first));
      long[] next = {first};
      new AddressRange(first, count)
          .forEachPrefix(prefix -> {
            long low = prefix.first().v4Bits() & 0xffff_ffffL;
            assertThat(low).as("seed %d: %d + %d", seed, first, count).isEqualTo(next[0]);
            next[0] = (prefix.last().v4Bits() & 0xffff_ffffL) + 1;
          });
      assertThat(next[0]).as("seed %d", seed).isEqualTo(first + count);
    }
    AddressRange all = AddressRange.between(Address.ofV4(0), Address.ofV4(-1));
    List<Prefix> whole = new ArrayList<>();
    all.forEachPrefix(whole::add);
    assertThat(whole).containsExactly(Prefix.parse("0.0.0.0/0"));
  }

  private TableTally read(String text) throws IOException {
    return DelegatedReader.read(
        new ByteArrayInputStream(text.getBytes(UTF_8)),
        new DelegatedRows() {
          @Override
          public void version(String registry, LocalDate date) {
            found.add(registry + " of " + date);
          }

          @Override
          public void block(Prefix prefix, Holding holding) {
            found.add(
                prefix
                    + " "
                    + holding.registry()
                    + " "
                    + holding.country()
                    + " "
                    + holding.since());
          }

          @Override
          public void systems(Asn first, long count, Holding holding) {
            found.add("AS" + first + " +" + count + " " + holding.country());
          }

          @Override
          public void damaged(Warning warning) {
            damaged.add(warning);
          }
        });
  }
}
