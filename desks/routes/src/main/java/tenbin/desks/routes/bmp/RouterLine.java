package tenbin.desks.routes.bmp;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.port.Line;
import tenbin.desks.routes.port.Rate;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bmp.BmpReader;

/**
 * The shell around what a router tells: its one connection. A new connection ends the old one,
 * because a router that dials has no other.
 */
final class RouterLine {
  private static final int MOST_WAITING = 4; // For their turn, while an old one is cleared away.

  /** A route server tells ten tables at once, and may have to begin anew. */
  private static final int TABLES = 15;

  private final Router router;
  private final RouteSink sink;
  private final Clock clock;
  private final Rate rate;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dialled = new AtomicLong();
  private final ReentrantLock words = new ReentrantLock();
  private @Nullable Monitored current;
  private volatile @Nullable Line line;
  private volatile String cut = "";
  private volatile RouterStatus status;

  RouterLine(Router router, RouteSink sink, Clock clock) {
    this.router = router;
    this.sink = sink;
    this.clock = clock;
    this.rate = new Rate(router.limits().messagesPerSecond(), TABLES);
    this.status =
        new RouterStatus(router, false, clock.instant(), "", "", 0, 0, RouterAccount.NONE, "");
  }

  String name() {
    return router.name();
  }

  RouterStatus status() {
    return status;
  }

  /** The tables of its peers, while it has a connection. */
  List<PeerStatus> peers() {
    words.lock();
    try {
      return current == null ? List.of() : current.statuses();
    } finally {
      words.unlock();
    }
  }

  /** Takes over a connection of the router. */
  void welcome(Socket socket) {
    Thread.ofVirtual().name("bmp " + router.name()).start(() -> converse(socket));
  }

  private void converse(Socket socket) {
    long number = dialled.incrementAndGet();
    int before = waiting.getAndIncrement();
    try (Line own = new Line(socket, clock)) {
      if (before >= MOST_WAITING) {
        return;
      }
      hangUp("it dialled anew");
      turn.lock();
      try {
        // Set first and asked afterwards: a newer one that comes meanwhile hangs up on this one.
        line = own;
        cut = "";
        if (number == dialled.get()) {
          listen(own);
        }
      } finally {
        line = null;
        turn.unlock();
      }
    } catch (IOException gone) {
      socket.isClosed(); // It went before it began.
    } finally {
      waiting.decrementAndGet();
    }
  }

  private void listen(Line own) {
    Monitored told = new Monitored(router, sink, rate);
    speaking(told);
    Instant began = clock.instant();
    String why = "connection lost";
    try {
      why = words(own, told, began);
    } catch (Malformed broken) {
      why = "no BMP: " + broken.what();
    } catch (IOException gone) {
      why = cut.isEmpty() ? "connection lost: " + gone.getMessage() : cut;
    } finally {
      speaking(null);
      told.lost(clock.instant());
      show(told, false, clock.instant(), why);
    }
  }

  /** Why it ended. */
  private String words(Line own, Monitored told, Instant began) throws IOException, Malformed {
    byte[] message = new byte[1 << 12];
    while (own.head(message, BmpReader.HEADER)) {
      int length = BmpReader.length(message);
      if (message.length < length) {
        message = java.util.Arrays.copyOf(message, Integer.highestOneBit(length) << 1);
      }
      own.rest(message, BmpReader.HEADER, length - BmpReader.HEADER);
      own.whole();
      Optional<String> over = word(told, message, length);
      if (over.isPresent()) {
        return over.get();
      }
      show(told, true, began, status.lastError());
    }
    return "the router closed the connection";
  }

  private Optional<String> word(Monitored told, byte[] message, int length) {
    words.lock();
    try {
      return told.message(message, length, clock.instant());
    } finally {
      words.unlock();
    }
  }

  private void speaking(@Nullable Monitored told) {
    words.lock();
    try {
      current = told;
    } finally {
      words.unlock();
    }
  }

  private void show(Monitored told, boolean connected, Instant since, String error) {
    status =
        new RouterStatus(
            router,
            connected,
            since,
            told.name(),
            told.description(),
            told.peers(),
            told.routes(),
            told.account(),
            error);
  }

  /** Time goes on: a message that stays half sent ends the connection; who is quiet is complete. */
  void pulse() {
    @Nullable Line own = line;
    Instant most = clock.instant().minus(router.limits().wholeWithin());
    if (own != null && own.halfSentSince().filter(since -> since.isBefore(most)).isPresent()) {
      hangUp("a message is half sent after " + router.limits().wholeWithin().toSeconds() + " s");
    }
    if (words.tryLock()) {
      try {
        if (current != null) {
          current.tick(clock.instant());
        }
      } finally {
        words.unlock();
      }
    }
  }

  /** Ends the connection, if there is one, and says why. */
  void hangUp(String why) {
    @Nullable Line own = line;
    if (own != null) {
      cut = why;
      own.close();
    }
  }
}
