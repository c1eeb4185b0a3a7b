package tenbin.spine.attribute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Circle;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.report.Warning;
import tenbin.spine.roster.CircleFile;

class TableFilesTest {
  private static final Instant DAY = Instant.parse("2026-03-24T12:00:00Z");
  private final List<Warning> damaged = new ArrayList<>();

  @Test
  void every_address_of_the_demos_block_has_its_answer() {
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    TableAttributor attributor = new TableAttributor(circle, TableFiles.demo());
    Map<String, Integer> slices = new HashMap<>();
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    for (int top = 64; top < 128; top++) {
      Address address = Address.ofV4(126 << 24 | top << 16 | 0x0101);
      Responsible who = attributor.attribute(address, DAY).responsible();
      kinds.merge(Kind.of(who), 1, Integer::sum);
      if (who instanceof Responsible.OfMember of) {
        slices.merge(of.member().text(), 1, Integer::sum);
      }
    }
    assertThat(slices)
        .containsOnly(
            Map.entry("aozora", 17),
            Map.entry("hayate", 8),
            Map.entry("kogane", 8),
            Map.entry("minato", 7),
            Map.entry("shirakaba", 5),
            Map.entry("tsubame", 5),
            Map.entry("yamabiko", 8),
            Map.entry("kansoku", 1));
    assertThat(kinds)
        .containsOnly(
            Map.entry(Kind.MEMBER, 59), Map.entry(Kind.OUTSIDE, 4), Map.entry(Kind.UNKNOWN, 1));
    assertThat(attributor.attribute(Address.parse("126.125.0.1"), DAY).responsible())
        .isEqualTo(new Responsible.Outside(new Asn(64510), "JP", "abuse@ten.example"));
    assertThat(attributor.attribute(Address.parse("126.118.0.1"), DAY).responsible())
        .isEqualTo(new Responsible.Outside(new Asn(64509), "JP", "abuse@nine.example"));
  }

  private enum Kind {
    MEMBER,
    OUTSIDE,
    DISPUTED,
    UNKNOWN;

    static Kind of(Responsible who) {
      return switch (who) {
        case Responsible.OfMember ignored -> MEMBER;
        case Responsible.Outside ignored -> OUTSIDE;
        case Responsible.Disputed ignored -> DISPUTED;
        case Responsible.Unknown ignored -> UNKNOWN;
      };
    }
  }

  @Test
  void files_are_read_for_what_their_names_say(@TempDir Path folder) throws IOException {
    TableFiles files = new TableFiles(damaged::add);
    files.add(
        write(folder, "routeviews-rv2-20260320-1200.pfx2as", "126.64.0.0\t10\t64496\nbroken\n"));
    files.add(
        write(
            folder,
            "delegated-apnic-extended-2026-03-20",
            "apnic|JP|ipv4|126.0.0.0|16777216|20040101|allocated\n"));
    files.add(write(folder, "apnic.db.aut-num", "aut-num: AS64496\nabuse-mailbox: a@b.example\n"));
    Tables tables = files.tables(Tables.USUAL_AGE);
    assertThat(tables.origins().getFirst().takenAt())
        .isEqualTo(Instant.parse("2026-03-20T00:00:00Z"));
    assertThat(tables.origins().getFirst().source()).isEqualTo("pfx2as 2026-03-20");
    assertThat(tables.registry().size()).isOne();
    assertThat(tables.contacts().find(Address.parse("126.64.0.1"), 64496)).isEqualTo("a@b.example");
    assertThat(damaged).hasSize(1);
    assertThat(damaged.getFirst().place().row()).isEqualTo(2);
  }

  @Test
  void a_table_whose_name_has_a_time_holds_from_that_second_on(@TempDir Path folder)
      throws IOException {
    TableFiles files = new TableFiles(damaged::add);
    files.add(write(folder, "routes-pfx2as-20260324T150017Z", "126.64.0.0\t10\t64496\n"));
    files.add(write(folder, "routes-pfx2as-20260324T999999Z", "126.64.0.0\t10\t64496\n"));
    List<OriginTable> origins = files.tables(Tables.USUAL_AGE).origins();
    assertThat(origins.getLast().takenAt()).isEqualTo(Instant.parse("2026-03-24T15:00:17Z"));
    assertThat(origins.getLast().source()).isEqualTo("routes 2026-03-24T15:00:17Z");
    assertThat(origins.getFirst().source()).as("no such time").isEqualTo("pfx2as 2026-03-24");
  }

  @Test
  void a_file_whose_name_says_nothing_is_refused(@TempDir Path folder) throws IOException {
    TableFiles files = new TableFiles(damaged::add);
    Path nothing = write(folder, "table.txt", "");
    Path undated = write(folder, "x.pfx2as", "");
    assertThatThrownBy(() -> files.add(nothing)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> files.add(undated)).hasMessageContaining("no date in the name");
    assertThat(files.tables(Duration.ofDays(1)).origins()).isEmpty();
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(UTF_8));
  }
}
