package tenbin.desks.routes.rislive;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenbin.wire.rislive.RisRequests;

/**
 * A client of RIS Live: connects, subscribes, tells routes, asks a silent server, connects again,
 * until it is closed. Routes are told one at a time. What is missed between two connections is
 * missed: the service has no table to begin with.
 */
public final class RisClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private static final long MOST_NAP_NANOS = 60_000_000_000L;

  /** Subscriptions of one connection; each may hold many prefixes. */
  private static final int MOST_SUBSCRIPTIONS = 1_000;

  /**
   * What to listen to.
   *
   * @param server "wss://ris-live.ripe.net/v1/ws/?client=NAME"; the operator asks clients to say
   *     who they are
   * @param wanted at least one subscription
   */
  public record Target(URI server, List<RisRequests.Subscription> wanted) {
    public Target {
      wanted = List.copyOf(wanted);
      boolean web = "ws".equals(server.getScheme()) || "wss".equals(server.getScheme());
      if (!web || wanted.isEmpty() || wanted.size() > MOST_SUBSCRIPTIONS) {
        throw new IllegalArgumentException(wanted.size() + " subscriptions at " + server);
      }
    }
  }

  private final Target target;
  private final InstantSource clock;
  private final RisFeed feed;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable WebSocket socket;
  private @Nullable Taker current;
  private boolean closed;
  private long connections;
  private String trouble = "";

  /** One that has not started. */
  public RisClient(Target target, RisTiming timing, RisRoutes routes, InstantSource clock) {
    this.target = target;
    this.clock = clock;
    this.feed = new RisFeed(timing, routes);
  }

  /** Begins; once. */
  public RisClient start() {
    Thread.ofVirtual().name("ris " + target.server().getHost()).start(this::run);
    return this;
  }

  /** How it does now. */
  public RisHealth health() {
    lock.lock();
    try {
      return new RisHealth(
          feed.isConnected(),
          connections,
          feed.messages(),
          feed.damaged(),
          feed.lastRoute(),
          trouble);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      end("closed");
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    http.shutdownNow();
  }

  private void run() {
    lock.lock();
    try {
      while (!closed) {
        switch (feed.tick(clock.instant())) {
          case NOTHING -> await();
          case CONNECT -> connect();
          case PING -> send(RisRequests.ping());
          case GIVE_UP -> end("silent");
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Until it is time for something, which whatever comes meanwhile may move. */
  private void await() {
    try {
      for (long left = nanosLeft(); !closed && left > 0; left = nanosLeft()) {
        long ignored = changed.awaitNanos(Math.min(left, MOST_NAP_NANOS));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private long nanosLeft() {
    return Duration.between(clock.instant(), feed.wake()).toNanos();
  }

  /** Connects without the lock: that may take its time. */
  private void connect() {
    Taker taker = new Taker();
    current = taker;
    lock.unlock();
    String failure = "";
    try {
      WebSocket ignored =
          http.newWebSocketBuilder()
              .connectTimeout(CONNECT)
              .buildAsync(target.server(), new RisTexts(taker))
              .get(2 * CONNECT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      failure = "no connection: " + failed.getMessage();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure = "interrupted";
    } finally {
      lock.lock();
    }
    closed |= Thread.currentThread().isInterrupted();
    if (current == taker && (!failure.isEmpty() || closed)) {
      end(failure);
    }
    for (RisRequests.Subscription each : target.wanted()) {
      send(RisRequests.subscribe(each));
    }
  }

  /** Sends and waits for it: the JDK takes one text at a time. */
  private void send(String text) {
    WebSocket to = socket;
    if (to == null) {
      return;
    }
    lock.unlock();
    String failure = "";
    try {
      to.sendText(text, true).get(CONNECT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      failure = "not sent: " + failed.getMessage();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure = "interrupted";
    } finally {
      lock.lock();
    }
    if (!failure.isEmpty() && to.equals(socket)) {
      closed |= Thread.currentThread().isInterrupted();
      end(failure);
    }
  }

  /** Ends what there is of a connection. */
  private void end(String why) {
    WebSocket old = socket;
    if (current != null) {
      socket = null;
      current = null;
      trouble = why;
      feed.lost(clock.instant());
    }
    if (old != null) {
      old.abort();
    }
  }

  /** Takes what comes of a connection, as long as it is the one. */
  private final class Taker implements RisTexts.Taker {
    private void locked(Consumer<Instant> what) {
      lock.lock();
      try {
        if (current == this) {
          what.accept(clock.instant());
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void opened(WebSocket connection) {
      locked(now -> {
        socket = connection;
        connections++;
        feed.connected(now);
      });
      if (!isCurrent()) {
        connection.abort(); // It stands too late: another one is tried by now.
      }
    }

    private boolean isCurrent() {
      lock.lock();
      try {
        return current == this;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void text(String text) {
      locked(now -> feed.heard(text, now));
    }

    @Override
    public void unreadable() {
      locked(feed::unreadable);
    }

    @Override
    public void sign() {
      locked(feed::sign);
    }

    @Override
    public void ended(String why) {
      locked(now -> {
        end(why);
        changed.signalAll();
      });
    }
  }
}
