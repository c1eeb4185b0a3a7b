package tenbin.hub.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import tenbin.spine.checkup.TableState;
import tenbin.spine.checkup.Vitals;
import tenbin.web.layout.ReaderTime;

/** A hub's numbers judged and put into sentences, for people who have to act. */
final class HealthView {
  /** A notice is promised within a minute, so ten of them is a queue that does not move. */
  private static final Duration LONG_QUEUE = Duration.ofMinutes(10);

  /** What 19 of 20 rows are promised within. */
  private static final Duration LONG_DELAY = Duration.ofMinutes(1);

  /** Longer than an outbox lets anything lie: the lease of a parcel is three minutes. */
  private static final Duration LONG_DUE = Duration.ofMinutes(5);

  private static final long MEGA = 1_000_000;

  private final MessageSource words;
  private final Locale locale;
  private final ReaderTime time;

  HealthView(MessageSource words, Locale locale, ReaderTime time) {
    this.words = words;
    this.locale = locale;
    this.time = time;
  }

  /** How it stands. */
  public enum State {
    GOOD,
    WARN,
    BAD;

    /** Of the look of a tag. */
    public String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing that is looked at. */
  public record Line(String key, State state, String told) {}

  List<Line> of(Vitals vitals) {
    List<Line> lines = new ArrayList<>();
    lines.add(store(vitals.store()));
    lines.add(
        vitals.mayWrite() ? line("writer", State.GOOD, "yes") : line("writer", State.BAD, "no"));
    lines.add(disk(vitals.disk()));
    lines.add(queue(vitals));
    lines.add(delay(vitals.delay()));
    lines.add(outward(vitals));
    return lines;
  }

  static State of(TableState table) {
    return table.isUsed() ? table.damaged() > 0 ? State.WARN : State.GOOD : State.BAD;
  }

  private Line store(Vitals.Store store) {
    return store.answers()
        ? line("store", State.GOOD, "answers", store.took().toMillis(), store.bytes() / MEGA)
        : line("store", State.BAD, "silent");
  }

  private Line disk(Vitals.Disk disk) {
    long free = disk.freeBytes() / MEGA;
    long reserve = disk.reserveBytes() / MEGA;
    if (!disk.writable()) {
      return line("disk", State.BAD, "read-only");
    }
    if (disk.freeBytes() < disk.reserveBytes()) {
      return line("disk", State.BAD, "full", free, reserve);
    }
    boolean near = disk.freeBytes() < 2 * disk.reserveBytes();
    return line("disk", near ? State.WARN : State.GOOD, "left", free, reserve);
  }

  private Line queue(Vitals vitals) {
    Vitals.Queue queue = vitals.queue();
    if (queue.oldest().isEmpty()) {
      return line("queue", State.GOOD, "empty");
    }
    Instant oldest = queue.oldest().get();
    boolean slow = oldest.plus(LONG_QUEUE).isBefore(vitals.at());
    return line(
        "queue",
        slow ? State.WARN : State.GOOD,
        "waiting",
        queue.reports(),
        Math.ceilDiv(queue.bytes(), MEGA),
        time.span(oldest, vitals.at()));
  }

  private Line delay(Vitals.Delay delay) {
    if (delay.reports() == 0) {
      return line("delay", State.GOOD, "none");
    }
    boolean slow = delay.most().compareTo(LONG_DELAY) > 0;
    return line(
        "delay",
        slow ? State.WARN : State.GOOD,
        "seconds",
        delay.reports(),
        seconds(delay.usual()),
        seconds(delay.most()),
        seconds(delay.longest()));
  }

  private Line outward(Vitals vitals) {
    Vitals.Outward outward = vitals.outward();
    boolean late =
        outward.oldestDue().filter(due -> due.plus(LONG_DUE).isBefore(vitals.at())).isPresent();
    State state = outward.dead() > 0 || late ? State.WARN : State.GOOD;
    String since = outward.oldestDue().map(due -> time.span(due, vitals.at())).orElse("");
    return late
        ? line("outward", state, "late", outward.active(), outward.dead(), since)
        : line("outward", state, "runs", outward.active(), outward.dead());
  }

  private static double seconds(Duration took) {
    return Math.round(took.toMillis() / 100.0) / 10.0;
  }

  private Line line(String key, State state, String how, Object... numbers) {
    String told = words.getMessage("health." + key + "." + how, numbers, locale);
    return new Line("health." + key, state, told);
  }
}
