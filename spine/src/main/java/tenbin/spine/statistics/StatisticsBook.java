package tenbin.spine.statistics;

import java.time.LocalDate;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;

/** The numbers that were published, for those who may read them. Any thread. */
public interface StatisticsBook {
  /** The longest stretch that one question may be about: a year and a day. */
  int MOST_DAYS = 366;

  /**
   * What may be asked for.
   *
   * @param from first day
   * @param to last day
   */
  record Days(LocalDate from, LocalDate to) {
    public Days {
      if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
        throw new IllegalArgumentException("not a stretch of 1 to " + MOST_DAYS + " days");
      }
    }
  }

  /**
   * The numbers of these days for the plan's recipient, for purpose P6, by day and name; {@link
   * Figure#of} reads them. Numbers of one network come to whoever answered for it on that day.
   */
  List<Disclosure> told(Plan viewer, Days days);

  /**
   * The days of these that were published for the plan's recipient, whether or not with numbers.
   */
  List<LocalDate> published(Plan viewer, Days days);
}
