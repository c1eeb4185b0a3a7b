package tenbin.desks.routes.rislive;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.dial.Upkeep;
import tenbin.wire.rislive.RisRequests;

/**
 * A client of RIS Live: connects, subscribes, tells routes, asks a silent server, connects again,
 * until it is closed. Routes are told one at a time. What is missed between two connections is
 * missed: the service has no table to begin with.
 */
public final class RisClient implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);

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
  private final Upkeep upkeep;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private @Nullable WebSocket socket;
  private @Nullable Taker current;
  private long connections;
  private String trouble = "";

  /** One that has not started. */
  public RisClient(Target target, RisTiming timing, RisRoutes routes, InstantSource clock) {
    this.target = target;
    this.clock = clock;
    this.feed = new RisFeed(timing, routes, RandomGenerator.getDefault());
    this.upkeep = new Upkeep(new Turns(), clock);
  }

  /** Begins; once. */
  public RisClient start() {
    upkeep.start("ris " + target.server().getHost());
    return this;
  }

  /** How it does now. */
  public RisHealth health() {
    return upkeep.held(() ->
        new RisHealth(
            feed.isConnected(),
            connections,
            feed.messages(),
            feed.damaged(),
            feed.lastRoute(),
            trouble));
  }

  @Override
  public void close() {
    upkeep.close();
    upkeep.told(() -> end("closed"));
    http.shutdownNow();
  }

  private final class Turns implements Upkeep.Work {
    @Override
    public void turn() {
      switch (feed.tick(clock.instant())) {
        case NOTHING -> {}
        case CONNECT -> connect();
        case PING -> send(RisRequests.ping());
        case GIVE_UP -> end("silent");
      }
    }

    @Override
    public Instant wake() {
      return feed.wake();
    }
  }

  private void connect() {
    Taker taker = new Taker();
    current = taker;
    Optional<String> failure =
        upkeep.apart(() ->
            waited(
                http.newWebSocketBuilder()
                    .connectTimeout(CONNECT)
                    .buildAsync(target.server(), new RisTexts(taker)),
                CONNECT.multipliedBy(2)));
    if (taker.isCurrent() && (failure.isPresent() || upkeep.isClosed())) {
      end("no connection: " + failure.orElse("closed"));
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
    Optional<String> failure = upkeep.apart(() -> waited(to.sendText(text, true), CONNECT));
    if (failure.isPresent() && to.equals(socket)) {
      end("not sent: " + failure.get());
    }
  }

  /** Why it did not come about; empty when it did. */
  private static Optional<String> waited(CompletableFuture<WebSocket> done, Duration most) {
    try {
      WebSocket ignored = done.get(most.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException failed) {
      return Optional.of(String.valueOf(failed.getMessage()));
    } catch (TimeoutException late) {
      return Optional.of("nothing came of it in " + most.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
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
      upkeep.told(() -> {
        if (current == this) {
          what.accept(clock.instant());
        }
      });
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
      return upkeep.held(() -> current == this);
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
      locked(now -> end(why));
    }
  }
}
