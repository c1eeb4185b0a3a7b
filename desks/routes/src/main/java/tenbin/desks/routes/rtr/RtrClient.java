package tenbin.desks.routes.rtr;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrReader;
import tenbin.wire.rpki.RtrRefused;
import tenbin.wire.rpki.RtrWriter;

/**
 * A client of one cache: connects, asks, listens, tells what changed, connects again, until it is
 * closed. Two virtual threads. The protocol itself is {@link RtrSession}'s.
 */
public final class RtrClient implements AutoCloseable {
  private static final int CONNECT_MILLIS = 10_000;

  private static final int BUFFER = 1 << 16;

  private static final long MOST_NAP_NANOS = 60_000_000_000L;

  /**
   * Where a cache listens; the transport has no protection of its own (RFC 8210 section 9), so the
   * way to it must be trusted.
   *
   * @param newest the newest version to try, 0 to 2
   */
  public record Cache(String host, int port, int newest) {
    public Cache(String host, int port) {
      this(host, port, RtrMessage.NEWEST);
    }
  }

  private final Cache cache;
  private final RpkiSink sink;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final RtrSession session;
  private @Nullable Socket socket;
  private boolean closed;
  private long connections;
  private String trouble = "";

  /** One that has not started. */
  public RtrClient(Cache cache, RpkiSink sink, InstantSource clock) {
    this.cache = cache;
    this.sink = sink;
    this.clock = clock;
    this.session = new RtrSession(cache.newest(), RtrLimits.USUAL);
  }

  /** Begins; once. */
  public RtrClient start() {
    Thread.ofVirtual().name("rtr " + cache.host()).start(this::run);
    return this;
  }

  /** How it stands now. */
  public RtrHealth health() {
    lock.lock();
    try {
      return new RtrHealth(
          socket != null,
          session.version(),
          session.last(),
          session.isExpired(),
          connections,
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
      hangUp("closed");
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    lock.lock();
    try {
      while (!closed) {
        perform(session.tick(clock.instant()));
        boolean due = session.isApart() && !clock.instant().isBefore(session.reconnect());
        if (due) {
          connect();
        } else {
          await();
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
    return Duration.between(clock.instant(), session.wake()).toNanos();
  }

  /** Connects without the lock: that may take its time. */
  private void connect() {
    Socket fresh = new Socket();
    lock.unlock();
    Optional<String> failure = Optional.empty();
    try {
      fresh.connect(new InetSocketAddress(cache.host(), cache.port()), CONNECT_MILLIS);
      fresh.setTcpNoDelay(true);
      fresh.setKeepAlive(true);
    } catch (IOException unreached) {
      failure = Optional.of("no connection: " + unreached.getMessage());
    } finally {
      lock.lock();
    }
    if (failure.isPresent() || closed) {
      failure.ifPresent(why -> trouble = why);
      quietlyClose(fresh);
      session.unreached(clock.instant());
      return;
    }
    socket = fresh;
    connections++;
    perform(session.connected(clock.instant()));
    Thread.ofVirtual().name("rtr reads " + cache.host()).start(() -> read(fresh));
  }

  private void read(Socket from) {
    String end = "hung up";
    try {
      RtrReader reader = new RtrReader(new BufferedInputStream(from.getInputStream(), BUFFER));
      Optional<RtrMessage> message = reader.next();
      while (message.isPresent()) {
        received(from, message.get());
        message = reader.next();
      }
    } catch (RtrRefused refused) {
      locked(from, () -> perform(session.refused(refused)));
    } catch (IOException broken) {
      end = "broken: " + broken.getMessage();
    } finally {
      String why = end;
      locked(from, () -> hangUp(why));
    }
  }

  private void received(Socket from, RtrMessage message) {
    locked(from, () -> perform(session.received(message, clock.instant())));
  }

  /** Does something about a connection if it is still the one. */
  private void locked(Socket of, Runnable what) {
    lock.lock();
    try {
      if (of.equals(socket)) {
        what.run();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void perform(List<RtrAction> actions) {
    for (RtrAction each : actions) {
      switch (each) {
        case RtrAction.Send(var message) -> send(message);
        case RtrAction.Close(var reason) -> hangUp(reason);
        case RtrAction.Publish(var version, var changes) -> sink.changed(version, changes);
        case RtrAction.Expire(Instant at) -> sink.expired(at);
      }
    }
  }

  private void send(RtrMessage message) {
    Socket to = socket;
    if (to == null) {
      return;
    }
    try {
      to.getOutputStream().write(RtrWriter.write(message));
    } catch (IOException broken) {
      hangUp("broken: " + broken.getMessage());
    }
  }

  private void hangUp(String reason) {
    Socket old = socket;
    if (old != null) {
      socket = null;
      trouble = reason;
      quietlyClose(old);
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
