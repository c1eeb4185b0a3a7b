package tenbin.hub.wiring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.statistics.StatisticsBook;

/** Numbers in memory: for all who may have any, and one of a network for alpha alone. */
final class FakeStatistics implements StatisticsBook {
  static final LocalDate DAY = LocalDate.of(2026, 11, 18);

  @Override
  public List<Disclosure> told(Plan viewer, Days days) {
    List<Disclosure> told = new ArrayList<>();
    tell(told, viewer, "count", DAY + " infected-system * 0 1234");
    tell(told, viewer, "count", DAY + " infected-system finance 0 321");
    tell(told, viewer, "count", DAY + " infected-system other-sectors 0 913");
    tell(told, viewer, "count", DAY + " other-classes * 0 55");
    if (viewer.request().recipient().equals(Fake.A)) {
      tell(told, viewer, "count.network", DAY + " infected-system finance 64501 123");
    }
    return told;
  }

  private static void tell(List<Disclosure> told, Plan viewer, String fact, String text) {
    MemberId holder = viewer.request().recipient().equals(Fake.B) ? Fake.A : Fake.B;
    Item.Told item =
        new Item.Told(
            "statistic",
            text,
            holder,
            Tlp.AMBER,
            List.of(),
            List.of(new Item.Fact(fact, Category.C0, text)));
    if (viewer.decide(item) instanceof Decision.Released(Disclosure disclosure)) {
      told.add(disclosure);
    }
  }

  @Override
  public List<LocalDate> published(Plan viewer, Days days) {
    return told(viewer, days).isEmpty() ? List.of() : List.of(DAY);
  }
}
