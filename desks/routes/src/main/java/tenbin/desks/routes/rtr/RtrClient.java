package tenbin.desks.routes.rtr;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.dial.Upkeep;
import tenbin.desks.routes.port.GiveWay;
import tenbin.desks.routes.port.Line;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrReader;
import tenbin.wire.rpki.RtrRefused;
import tenbin.wire.rpki.RtrWriter;

/**
 * A client of one cache: connects, asks, listens, tells what changed, connects again, until it is
 * closed. The protocol itself is {@link RtrSession}'s.
 */
public final class RtrClient implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;

  /**
   * Where a cache listens; the transport has no protection of its own (RFC 8210 section 9), so the
   * way to it must be trusted.
   *
   * @param newest the newest version to try, 0 to 2
   */
  public record Cache(String host, int port, int newest) {
    public Cache {
      if (host.isBlank() || port < 1 || port > 0xffff || newest < 0) {
        throw new IllegalArgumentException("no such cache: " + host + ":" + port);
      }
    }

    public Cache(String host, int port) {
      this(host, port, RtrMessage.NEWEST);
    }
  }

  private final Cache cache;
  private final RpkiSink sink;
  private final InstantSource clock;
  private final Upkeep upkeep;
  private final RtrSession session;
  private @Nullable Socket dialling;
  private @Nullable Line line;
  private long connections;
  private String trouble = "";

  /** One that has not started. */
  public RtrClient(Cache cache, RpkiSink sink, InstantSource clock) {
    this(
        cache,
        sink,
        new RtrSession(cache.newest(), RtrLimits.USUAL, RandomGenerator.getDefault()),
        clock);
  }

  RtrClient(Cache cache, RpkiSink sink, RtrSession session, InstantSource clock) {
    this.cache = cache;
    this.sink = sink;
    this.clock = clock;
    this.session = session;
    this.upkeep = new Upkeep(new Turns(), clock);
  }

  /** Begins; once. */
  public RtrClient start() {
    upkeep.start("rtr " + cache.host());
    return this;
  }

  /** How it stands now. */
  public RtrHealth health() {
    return upkeep.held(() ->
        new RtrHealth(
            line != null,
            session.version(),
            session.last(),
            session.isExpired(),
            connections,
            trouble));
  }

  @Override
  public void close() {
    upkeep.close();
    upkeep.told(() -> {
      hangUp("closed", Line::close);
      if (dialling != null) {
        quietlyClose(dialling);
      }
    });
  }

  private final class Turns implements Upkeep.Work {
    @Override
    public void turn() {
      perform(session.tick(clock.instant()));
      if (session.isApart() && !clock.instant().isBefore(session.reconnect())) {
        connect();
      }
    }

    @Override
    public Instant wake() {
      return session.wake();
    }
  }

  private void connect() {
    Socket fresh = new Socket();
    dialling = fresh;
    Optional<String> failure = upkeep.apart(() -> dial(fresh));
    dialling = null;
    if (failure.isPresent() || upkeep.isClosed()) {
      unreached(fresh, failure.orElse("closed"));
      return;
    }
    try {
      Line own = new Line(fresh, clock);
      line = own;
      connections++;
      perform(session.connected(clock.instant()));
      Thread.ofVirtual().name("rtr reads " + cache.host()).start(() -> read(own));
    } catch (IOException gone) {
      unreached(fresh, "no connection: " + gone.getMessage());
    }
  }

  private Optional<String> dial(Socket fresh) {
    try {
      fresh.connect(new InetSocketAddress(cache.host(), cache.port()), CONNECT_MILLIS);
      return Optional.empty();
    } catch (IOException unreached) {
      return Optional.of("no connection: " + unreached.getMessage());
    }
  }

  private void unreached(Socket fresh, String why) {
    trouble = why;
    quietlyClose(fresh);
    session.unreached(clock.instant());
  }

  private void read(Line from) {
    String end = "hung up";
    try {
      RtrReader reader = new RtrReader(from.input());
      Optional<RtrMessage> message = reader.next();
      GiveWay others = new GiveWay();
      while (message.isPresent()) {
        received(from, message.get());
        message = reader.next();
        others.message();
      }
    } catch (RtrRefused refused) {
      of(from, () -> perform(session.refused(refused)));
    } catch (IOException broken) {
      end = "broken: " + broken.getMessage();
    } finally {
      String why = end;
      of(from, () -> hangUp(why, Line::closeGently));
    }
  }

  private void received(Line from, RtrMessage message) {
    of(from, () -> perform(session.received(message, clock.instant())));
  }

  /** Does something about a connection if it is still the one. */
  private void of(Line from, Runnable what) {
    upkeep.told(() -> {
      if (from.equals(line)) {
        what.run();
      }
    });
  }

  private void perform(List<RtrAction> actions) {
    for (RtrAction each : actions) {
      switch (each) {
        case RtrAction.Send(var message) -> send(message);
        case RtrAction.Close(var reason) -> hangUp(reason, Line::closeGently);
        case RtrAction.Publish(var version, var changes) -> sink.changed(version, changes);
        case RtrAction.Expire(Instant at) -> sink.expired(at);
      }
    }
  }

  /** Never waits: a cache that reads nothing is silent too, and given up for that. */
  private void send(RtrMessage message) {
    Line to = line;
    if (to != null && !to.send(RtrWriter.write(message))) {
      hangUp("reads nothing", Line::close);
    }
  }

  private interface Ending {
    void of(Line line);
  }

  private void hangUp(String reason, Ending ending) {
    Line old = line;
    if (old != null) {
      line = null;
      trouble = reason;
      ending.of(old);
      session.lost(clock.instant());
    }
  }

  private static void quietlyClose(Socket old) {
    try {
      old.close();
    } catch (IOException ignored) {
      // It is gone in any case.
    }
  }
}
