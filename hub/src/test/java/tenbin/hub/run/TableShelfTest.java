package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.spine.attribute.Tables;
import tenbin.spine.checkup.TableState;

class TableShelfTest {
  private static final Instant NOW = Instant.parse("2026-03-25T06:00:00Z");

  @TempDir private Path folder;

  private final List<Tables> swapped = new ArrayList<>();

  private TableShelf shelf() throws IOException {
    put("routeviews-20260324.pfx2as", "192.0.2.0\t24\t64496\n");
    return TableShelf.open(folder, () -> NOW);
  }

  private void put(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_new_table_is_read_once_two_looks_saw_the_same_file() throws IOException {
    TableShelf shelf = shelf();
    assertThat(shelf.tables().origins()).hasSize(1);
    assertThat(shelf.look(swapped::add)).as("nothing changed").isFalse();
    put("routeviews-20260325.pfx2as", "198.51.100.0\t24\t64497\n");
    assertThat(shelf.look(swapped::add)).as("it may still be written").isFalse();
    assertThat(shelf.look(swapped::add)).isTrue();
    assertThat(shelf.look(swapped::add)).isFalse();
    assertThat(swapped)
        .singleElement()
        .satisfies(tables -> assertThat(tables.origins()).hasSize(2));
    assertThat(shelf.files()).extracting(TableState::isUsed).containsOnly(true);
  }

  @Test
  void a_broken_new_table_is_refused_with_its_reason_and_the_old_one_stays() throws IOException {
    TableShelf shelf = shelf();
    Tables before = shelf.tables();
    put("routeviews-20260325.pfx2as", "\u001f\u008b\b\0\0\0\0\0\0\u00ff\u0001");
    shelf.look(swapped::add);
    assertThat(shelf.look(swapped::add)).isFalse();
    assertThat(swapped).isEmpty();
    assertThat(shelf.tables()).isSameAs(before);
    assertThat(shelf.files())
        .filteredOn(each -> each.name().contains("20260325"))
        .singleElement()
        .satisfies(each -> assertThat(each.refused()).isNotEmpty());
    put("routeviews-20260325.pfx2as", "198.51.100.0\t24\t64497\n");
    shelf.look(swapped::add);
    assertThat(shelf.look(swapped::add)).as("mended").isTrue();
    assertThat(shelf.tables().origins()).hasSize(2);
  }

  @Test
  void what_the_start_left_out_holds_nothing_up_as_long_as_it_stays_as_it_was() throws IOException {
    put("notes.txt", "for people");
    TableShelf shelf = shelf();
    put("routeviews-20260325.pfx2as", "198.51.100.0\t24\t64497\n");
    shelf.look(swapped::add);
    assertThat(shelf.look(swapped::add)).isTrue();
    assertThat(shelf.tables().origins()).hasSize(2);
  }
}
