package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.net.Address;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.Tables;
import tenbin.spine.roster.CircleFile;

class TableFolderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final List<String> told = new ArrayList<>();

  private void put(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void every_file_counts_or_is_told_with_its_reason_and_none_stops_another() throws IOException {
    put("pfx2as-2026-03-24.txt", "126.254.2.0\t24\t64496\n126.255.100.0\t24\t64999\nnot a line\n");
    put("notes.txt", "for people");
    put("pfx2as.txt", "126.254.2.0\t24\t64496\n");
    put(".pfx2as-2026-03-25.txt.swp", "left by an editor");
    Files.createDirectory(folder.resolve("pfx2as-2026-03-26"));
    Tables tables = TableFolder.read(folder, told::add);
    assertThat(told)
        .containsExactly(
            "notes.txt: left out, neither pfx2as, delegated nor a registry's database: notes.txt",
            "pfx2as-2026-03-24.txt: read, 1 lines damaged",
            "pfx2as.txt: left out, no date in the name: pfx2as.txt");
    assertThat(tables.origins()).hasSize(1);
    TableAttributor attributor =
        new TableAttributor(CircleFile.read(CircleFile.demo()).orThrow(), tables);
    Instant then = Instant.parse("2026-03-24T12:00:00Z");
    assertThat(attributor.attribute(Address.parse("126.254.2.9"), then).responsible())
        .isInstanceOf(Responsible.OfMember.class);
    assertThat(attributor.attribute(Address.parse("126.254.2.9"), then).evidence())
        .isInstanceOf(Evidence.ByOrigin.class);
    assertThat(attributor.attribute(Address.parse("126.255.100.9"), then).responsible())
        .isInstanceOf(Responsible.Outside.class);
  }

  @Test
  void unreadable_file_is_left_out() throws IOException {
    Files.write(folder.resolve("pfx2as-2026-03-24.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
    Tables tables = TableFolder.read(folder, told::add);
    assertThat(told).singleElement().asString().contains("pfx2as-2026-03-24.gz: left out, ");
    assertThat(tables.origins()).isEmpty();
  }

  @Test
  void empty_folder_is_no_knowledge() throws IOException {
    assertThat(TableFolder.read(folder, told::add).origins()).isEmpty();
    assertThat(told).isEmpty();
  }
}
