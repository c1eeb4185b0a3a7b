package tenbin.spine.deliver.channel;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.health.HealthBook;
import tenbin.spine.post.Tokens;
import tenbin.wire.Writer;

/**
 * Serves one subscription: pulls anew, so decides anew; writes, sends, then moves the cursor.
 *
 * <p>Once in effect: before anything leaves, the number of rows of this window is made durable, and
 * every further attempt asks for that many behind the same cursor. So as long as nothing was
 * decided otherwise meanwhile, a retry carries the same rows under the same delivery id, which is
 * keyed to (subscription, cursor, first and last row, how many), and the receiver drops what it
 * has. Where a row was withdrawn meanwhile, the id is another one: the receiver then knows the
 * single rows again by their own ids. Rows behind the window wait until it has arrived.
 */
final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** Longer than any channel tries to send one parcel. */
  static final Duration LEASE = Duration.ofMinutes(3);

  /** Parcels in a row for one subscription before others of a crowded hub get their turn. */
  private static final int MOST_PARCELS = 20;

  private final Deliveries deliveries;
  private final Channels channels;
  private final OutboxStore store;
  private final Tokens tokens;
  private final Backoff backoff;
  private final HealthBook health;
  private final Clock clock;
  private final RandomGenerator random;

  Courier(
      Deliveries deliveries,
      Channels channels,
      OutboxStore store,
      Tokens tokens,
      Backoff backoff,
      HealthBook health,
      Clock clock,
      RandomGenerator random) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.store = store;
    this.tokens = tokens;
    this.backoff = backoff;
    this.health = health;
    this.clock = clock;
    this.random = random;
  }

  /** How one parcel went. */
  private enum Course {
    NOTHING_SENT,
    ARRIVED,
    ARRIVED_AND_MORE
  }

  /** What a pull gave for one parcel. */
  private record Window(List<Disclosure> rows, String cursor, boolean more) {}

  /** Serves what waits for it. Returns how many parcels arrived. */
  int serve(OutboxStore.Standing claimed) throws SQLException {
    Optional<OutboxStore.Standing> standing = Optional.of(claimed);
    int parcels = 0;
    while (standing.isPresent() && parcels < MOST_PARCELS) {
      Course course = one(standing.get());
      parcels += course == Course.NOTHING_SENT ? 0 : 1;
      if (course != Course.ARRIVED_AND_MORE) {
        return parcels;
      }
      standing = store.renew(standing.get(), clock.instant().plus(LEASE));
    }
    if (standing.isPresent()) {
      store.wait(standing.get(), clock.instant());
    }
    return parcels;
  }

  private Course one(OutboxStore.Standing standing) throws SQLException {
    Subscription subscription = standing.subscription();
    Instant now = clock.instant();
    Optional<Channel> channel = channels.channel(subscription.order().channel());
    Optional<Writer> writer = channels.writer(subscription.order().format());
    if (channel.isEmpty() || writer.isEmpty()) {
      return fail(standing, NotSent.never(Obstacle.Cause.NOT_SERVED));
    }
    Window window;
    try {
      window = gather(standing, channel.get());
    } catch (Deliveries.BadCursor bad) {
      LOG.warn("subscription {}: {}", subscription.id(), bad.getMessage());
      return fail(standing, NotSent.never(Obstacle.Cause.LOST_PLACE));
    }
    if (window.rows().isEmpty()) {
      store.passed(standing, window.cursor(), next(subscription, window, now));
      return Course.NOTHING_SENT;
    }
    if (waitsForMore(standing, window, now)) {
      store.wait(standing, subscription.order().schedule().next(now));
      return Course.NOTHING_SENT;
    }
    return send(standing, channel.get(), writer.get(), window);
  }

  private static Instant next(Subscription subscription, Window window, Instant now) {
    return window.more() ? now : subscription.order().schedule().next(now);
  }

  private static boolean waitsForMore(OutboxStore.Standing standing, Window window, Instant now) {
    Subscription subscription = standing.subscription();
    if (!(subscription.order().schedule() instanceof Schedule.AtRows wanted)) {
      return false;
    }
    Instant since = subscription.lastSuccess().orElse(subscription.madeAt());
    return standing.windowRows() == 0
        && window.rows().size() < wanted.rows()
        && now.isBefore(since.plus(Schedule.AtRows.MOST_WAIT));
  }

  /**
   * Pulls until the window of the last attempt is full, or the channel's measure, or all is there.
   */
  private Window gather(OutboxStore.Standing standing, Channel channel) {
    int wanted = standing.windowRows() > 0 ? standing.windowRows() : channel.mostRows();
    List<Disclosure> rows = new ArrayList<>();
    Optional<String> after = standing.after();
    Batch batch;
    do {
      int most = Math.min(Pull.MOST, wanted - rows.size());
      Subscription subscription = standing.subscription();
      batch =
          deliveries.pull(
              new Pull(
                  subscription.recipient(),
                  subscription.order().purpose(),
                  channel.outlet(),
                  after,
                  most));
      rows.addAll(batch.rows());
      after = Optional.of(batch.cursor());
    } while (batch.more() && rows.size() < wanted);
    return new Window(rows, batch.cursor(), batch.more());
  }

  private Course send(OutboxStore.Standing standing, Channel channel, Writer writer, Window window)
      throws SQLException {
    Subscription subscription = standing.subscription();
    UUID delivery = delivery(standing, window);
    int size = window.rows().size();
    long number = store.open(standing, delivery, size, clock.instant());
    Parcel parcel = new Parcel(deliveries, subscription, delivery, writer, window.rows());
    try {
      channel.check(subscription.recipient(), subscription.order().address());
      channel.send(parcel);
    } catch (NotSent why) {
      if (why.kind() == NotSent.Kind.TOO_LARGE && size > 1) {
        store.shrink(standing, number, size / 2, why);
        store.wait(standing, clock.instant());
        return Course.NOTHING_SENT;
      }
      return fail(standing, number, parcel, why);
    } catch (RuntimeException bug) {
      LOG.error("subscription {} of {}", subscription.id(), subscription.recipient(), bug);
      return fail(
          standing,
          number,
          parcel,
          NotSent.later(Obstacle.Cause.FAULT, bug.getClass().getSimpleName()));
    }
    Optional<UUID> receipt = parcel.receipt().map(each -> each.id());
    Instant now = clock.instant();
    store.arrived(
        new OutboxStore.Arrived(standing, number, receipt, window.cursor(), now),
        next(subscription, window, now));
    health.succeeded(name(subscription));
    return window.more() ? Course.ARRIVED_AND_MORE : Course.ARRIVED;
  }

  private UUID delivery(OutboxStore.Standing standing, Window window) {
    MemberId recipient = standing.subscription().recipient();
    return tokens.id(
        "delivery",
        recipient.text(),
        standing.subscription().id().toString(),
        standing.after().orElse(""),
        window.rows().getFirst().id().toString(),
        window.rows().getLast().id().toString(),
        Integer.toString(window.rows().size()));
  }

  /** It fails before there is anything to send. */
  private Course fail(OutboxStore.Standing standing, NotSent why) throws SQLException {
    UUID nothing = tokens.id("delivery", standing.subscription().id().toString());
    long number = store.open(standing, nothing, standing.windowRows(), clock.instant());
    return fail(standing, number, Optional.empty(), why);
  }

  private Course fail(OutboxStore.Standing standing, long number, Parcel parcel, NotSent why)
      throws SQLException {
    return fail(standing, number, parcel.receipt().map(each -> each.id()), why);
  }

  private Course fail(
      OutboxStore.Standing standing, long number, Optional<UUID> receipt, NotSent why)
      throws SQLException {
    Subscription subscription = standing.subscription();
    int failures = subscription.failures() + 1;
    boolean dead = why.kind() != NotSent.Kind.LATER || failures >= backoff.attempts();
    Instant now = clock.instant();
    Duration wait = wait(failures, why);
    store.failed(new OutboxStore.Failed(standing, number, receipt, why, now, now.plus(wait)), dead);
    health.failed(name(subscription), why.words());
    return Course.NOTHING_SENT;
  }

  private Duration wait(int failures, NotSent why) {
    Duration own;
    synchronized (random) {
      own = backoff.after(failures, random);
    }
    Duration asked = why.notBefore().orElse(Duration.ZERO);
    Duration longest = backoff.longest();
    Duration polite = asked.compareTo(longest) > 0 ? longest : asked;
    return polite.compareTo(own) > 0 ? polite : own;
  }

  private static String name(Subscription subscription) {
    return subscription.order().channel() + ":" + subscription.recipient();
  }
}
