package tenbin.desks.routes.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeftRoutesTest {
  @Test
  void no_more_prefixes_are_kept_than_there_is_room_for_and_the_oldest_go() {
    LeftRoutes left = new LeftRoutes();
    for (int i = 0; i < LeftRoutes.MOST + 100; i++) {
      left.withdrawn(i, 0, Feeds.prefix(i));
    }
    assertThat(left.size()).isEqualTo(LeftRoutes.MOST);
  }

  @Test
  void what_nobody_has_any_more_is_forgotten() {
    Feeds feeds = new Feeds(4).begin(50);
    LeftRoutes left = new LeftRoutes();
    for (int router = 0; router < 4; router++) {
      feeds.withdraw(router, Feeds.prefix(7));
      left.withdrawn(feeds.micros, router, Feeds.prefix(7));
    }
    left.review(feeds.micros, feeds.table, router -> assertThat(router).isNegative());
    assertThat(left.size()).isZero();
  }
}
