package tenbin.desks.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Reach;

class SeveralPathsTest {
  private static final Vantage FROM = new Vantage("rrc00", new Asn(64_500), Address.ofV4(7));
  private static final Prefix NET = Prefix.parse("192.0.2.0/24");

  private final SeveralPaths paths = new SeveralPaths();

  private static Reach path(long id) {
    return new Reach(NET, OptionalLong.of(id));
  }

  @Test
  void a_prefix_with_two_paths_is_gone_with_the_second() {
    paths.announced(FROM, path(1));
    paths.announced(FROM, path(2));
    paths.announced(FROM, path(2));
    assertThat(paths.isLast(FROM, path(1))).isFalse();
    assertThat(paths.isLast(FROM, path(2))).isTrue();
    assertThat(paths.size()).isZero();
  }

  @Test
  void a_path_that_was_never_told_takes_no_other_away() {
    paths.announced(FROM, path(1));
    assertThat(paths.isLast(FROM, path(9))).isFalse();
  }

  @Test
  void without_identifiers_every_withdrawal_counts() {
    paths.announced(FROM, Reach.of(NET));
    assertThat(paths.isLast(FROM, Reach.of(NET))).isTrue();
    assertThat(paths.size()).isZero();
  }

  @Test
  void a_lost_session_has_no_paths() {
    paths.announced(FROM, path(1));
    paths.announced(FROM, path(2));
    paths.lost(FROM);
    assertThat(paths.size()).isZero();
    assertThat(paths.isLast(FROM, path(1))).isTrue();
  }

  @Test
  void of_one_prefix_so_many_paths_are_told_apart_and_no_more() {
    for (int i = 0; i < 1_000; i++) {
      paths.announced(FROM, path(i));
    }
    for (int i = 0; i < SeveralPaths.MOST_OF_PREFIX - 1; i++) {
      assertThat(paths.isLast(FROM, path(i))).isFalse();
    }
    assertThat(paths.isLast(FROM, path(SeveralPaths.MOST_OF_PREFIX - 1))).isTrue();
  }
}
