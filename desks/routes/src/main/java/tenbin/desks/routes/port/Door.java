package tenbin.desks.routes.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import tenbin.nouns.net.Address;

/**
 * A listening port: who is not expected, or dials too often, is closed at once and costs no thread.
 * Whoever else is handed on.
 */
public final class Door implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final long PAUSE_NANOS = 20_000_000;

  private final ServerSocket server = new ServerSocket();
  private final AtomicLong strangers = new AtomicLong();
  private final AtomicLong tooOften = new AtomicLong();
  private final Knocks knocks;

  /** Takes over a connection; must not block. */
  public interface Host {
    void welcome(Address from, Socket socket);
  }

  /**
   * Listens from now on; accepts once {@link #open} is called.
   *
   * @param guard asked of the kernel, on Linux only
   */
  public Door(InetSocketAddress at, Guard guard, InstantSource clock) throws IOException {
    knocks = new Knocks(clock);
    boolean opened = false;
    try {
      server.setReuseAddress(true);
      server.bind(at, BACKLOG);
      if (guard.asksAnything()) {
        LinuxSocket.listening(port()).ask(guard);
      }
      opened = true;
    } finally {
      if (!opened) {
        server.close();
      }
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many knocked that are not expected. */
  public long strangers() {
    return strangers.get();
  }

  /** How many were expected, and closed because they dial too often. */
  public long tooOften() {
    return tooOften.get();
  }

  /** Hands on everybody who is expected. */
  public void open(Predicate<Address> expected, Host host) {
    Thread.ofVirtual().name("door-" + port()).start(() -> accept(expected, host));
  }

  private void accept(Predicate<Address> expected, Host host) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Address from = address(socket);
        if (isWelcome(expected, from)) {
          host.welcome(from, socket);
        } else {
          socket.close();
        }
      } catch (IOException broken) {
        // The caller went before he was let in, there are no sockets left, or the door is closed.
        java.util.concurrent.locks.LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private boolean isWelcome(Predicate<Address> expected, Address from) {
    if (!expected.test(from)) {
      strangers.incrementAndGet();
      return false;
    }
    boolean often = knocks.isTooOften(from);
    tooOften.addAndGet(often ? 1 : 0);
    return !often;
  }

  private static Address address(Socket socket) {
    String text = socket.getInetAddress().getHostAddress();
    int zone = text.indexOf('%');
    return Address.parse(zone < 0 ? text : text.substring(0, zone));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
