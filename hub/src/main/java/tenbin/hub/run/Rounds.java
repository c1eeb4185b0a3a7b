package tenbin.hub.run;

import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.health.HealthBook;

/** What a running hub does by itself every now and then: tables, circle, retention, heads. */
record Rounds(TableShelf tables, CircleWatch circle, DailyRemoval removal, HeadRounds heads)
    implements AutoCloseable {
  static Rounds of(Spine spine, TableShelf tables, HealthBook health) {
    return new Rounds(
        tables,
        new CircleWatch(spine, health),
        new DailyRemoval(spine, health),
        new HeadRounds(spine, health));
  }

  void start(Spine spine) {
    tables.watch(read -> spine.know(Knowledge.with(read)));
    circle.start();
    removal.start();
    heads.start();
  }

  @Override
  public void close() {
    tables.close();
    circle.close();
    removal.close();
    heads.close();
  }
}
