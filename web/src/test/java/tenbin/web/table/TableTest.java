package tenbin.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sorting, filtering and paging of a table. */
class TableTest {
  private static final Columns<String> COLUMNS =
      new Columns<String>(List::of)
          .by("text", Function.<String>identity())
          .by("length", String::length);

  private static List<String> rows(String order, String filter, String... all) {
    return Table.of("/x", new TableChoice(order, filter, 0), List.of(all), COLUMNS).rows();
  }

  @Test
  void lines_sort_up_down_and_as_they_came() {
    assertThat(rows("text", "", "b", "c", "a")).containsExactly("a", "b", "c");
    assertThat(rows("-text", "", "b", "c", "a")).containsExactly("c", "b", "a");
    assertThat(rows("", "", "b", "c", "a")).containsExactly("b", "c", "a");
    assertThat(rows("length", "", "ccc", "bb", "aa")).containsExactly("bb", "aa", "ccc");
    assertThat(rows("unknown", "", "b", "a")).containsExactly("b", "a");
  }

  @Test
  void a_filter_keeps_what_holds_its_word_in_any_letters() {
    assertThat(rows("", "ANA", "banana", "pear", "Ananas")).containsExactly("banana", "Ananas");
    assertThat(rows("", "  ", "b")).containsExactly("b");
  }

  @Test
  void pages_tell_where_they_are_and_a_page_too_far_is_the_last() {
    List<String> all = IntStream.range(0, 120).mapToObj(i -> "line %03d".formatted(i)).toList();
    Table<String> first = Table.of("/x", new TableChoice("text", "", 0), all, COLUMNS);
    assertThat(first.rows()).hasSize(50);
    assertThat(first.hasMore()).isTrue();
    assertThat(first.hasBefore()).isFalse();
    Table<String> last = Table.of("/x", new TableChoice("text", "", 99), all, COLUMNS);
    assertThat(last.first()).isEqualTo(101);
    assertThat(last.last()).isEqualTo(120);
    assertThat(last.hasMore()).isFalse();
    assertThat(Table.of("/x", new TableChoice("", "", 3), List.of(), COLUMNS).last()).isZero();
  }

  @Test
  void a_head_goes_round_and_says_where_it_is() {
    Table<String> none = Table.of("/x", new TableChoice("", "", 0), List.of("a"), COLUMNS);
    assertThat(none.next("text")).isEqualTo("text");
    assertThat(none.aria("text")).isEqualTo("none");
    Table<String> up = Table.of("/x", new TableChoice("text", "", 0), List.of("a"), COLUMNS);
    assertThat(up.next("text")).isEqualTo("-text");
    assertThat(up.aria("text")).isEqualTo("ascending");
    Table<String> down = Table.of("/x", new TableChoice("-text", "", 0), List.of("a"), COLUMNS);
    assertThat(down.next("text")).isEmpty();
    assertThat(down.aria("text")).isEqualTo("descending");
    assertThat(down.next("length")).isEqualTo("length");
  }

  @Test
  void a_choice_comes_back_as_it_was_kept_without_its_page() {
    TableChoice choice = new TableChoice("-text", " a\nb ", 7);
    assertThat(choice.filter()).isEqualTo("a b");
    assertThat(TableChoice.of(choice.kept())).isEqualTo(new TableChoice("-text", "a b", 0));
    assertThat(TableChoice.of("broken")).isEqualTo(new TableChoice("", "", 0));
  }
}
