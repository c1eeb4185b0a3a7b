package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

class UntabledTest {
  private static final long SECOND = 1_000_000;

  private final Untabled untabled =
      new Untabled(
          Duration.ofSeconds(60),
          new FeedLines(
              List.of(
                  FeedLine.parse("world", "ris-live", "ws://127.0.0.1:1/"),
                  FeedLine.parse("table", "file", "/nowhere rrc07"),
                  FeedLine.parse("rrc09", "folder", "/nowhere"))));

  private static Vantage of(String feed) {
    return new Vantage(feed, new Asn(3_001), Address.ofV4(1));
  }

  @Test
  void one_without_a_table_is_due_once_a_while_after_its_first_word() {
    assertThat(untabled.heard(SECOND, 1, Routers.router(1))).isTrue();
    assertThat(untabled.heard(50 * SECOND, 1, Routers.router(1))).isTrue();
    assertThat(untabled.due(60 * SECOND)).isEmpty();
    assertThat(untabled.due(61 * SECOND)).containsExactly(1);
    assertThat(untabled.heard(62 * SECOND, 1, Routers.router(1))).isTrue();
    assertThat(untabled.due(500 * SECOND)).isEmpty();
  }

  @Test
  void one_that_was_lost_begins_again_and_one_with_a_table_is_never_due() {
    assertThat(untabled.heard(0, 1, Routers.router(1))).isTrue();
    assertThat(untabled.heard(0, 9, of("rrc09"))).isFalse();
    assertThat(untabled.heard(0, -1, Routers.router(2))).isFalse();
    untabled.lost(1);
    untabled.lost(-1);
    assertThat(untabled.due(100 * SECOND)).isEmpty();
    assertThat(untabled.heard(100 * SECOND, 1, Routers.router(1))).isTrue();
    assertThat(untabled.due(160 * SECOND)).containsExactly(1);
  }

  @Test
  void one_whose_table_was_a_files_is_due_only_once_that_is_lost() {
    assertThat(untabled.heard(0, 1, of("rrc07"))).isFalse();
    assertThat(untabled.due(100 * SECOND)).isEmpty();
    untabled.lost(1);
    assertThat(untabled.heard(100 * SECOND, 1, of("rrc07"))).isTrue();
    assertThat(untabled.due(160 * SECOND)).containsExactly(1);
    untabled.lost(2);
    assertThat(untabled.heard(0, 2, of("rrc09"))).as("a folder's is read again").isFalse();
  }
}
