package tenbin.desks.routes.port;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a router. One thread reads it; what is to be sent waits in a short queue, so that
 * a router that does not read holds up nobody.
 */
public final class Line implements AutoCloseable {
  /** Messages that wait to be sent; a speaker that only listens sends one in half a minute. */
  private static final int MOST_UNSENT = 16;

  /** Enough for one message at a time: an unread one shall not hide in the kernel for hours. */
  private static final int SEND_BUFFER = 4096;

  private static final int READ_BUFFER = 1 << 14;

  private static final long LOOK_MILLIS = 25;
  private static final int MOST_LOOKS_UNSENT = 20;
  private static final int MOST_LOOKS_UNREAD = 40;

  private final Socket socket;
  private final InputStream in;
  private final InstantSource clock;
  private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(MOST_UNSENT);
  private volatile @Nullable Instant began;
  private volatile @Nullable Instant waiting;
  private final AtomicInteger underway = new AtomicInteger();
  private volatile boolean leaving;
  private volatile boolean ended;
  private final GiveWay others = new GiveWay();

  /**
   * Takes a connection over, and closes it where that fails.
   *
   * @throws IOException when the other side is gone already
   */
  public Line(Socket socket, InstantSource clock) throws IOException {
    this.socket = socket;
    this.clock = clock;
    try {
      socket.setTcpNoDelay(true);
      keepAlive(socket);
      socket.setSendBufferSize(SEND_BUFFER);
      this.in = new java.io.BufferedInputStream(socket.getInputStream(), READ_BUFFER);
    } catch (IOException gone) {
      close();
      throw gone;
    }
    Thread.ofVirtual().name("line-out " + socket.getInetAddress()).start(this::write);
  }

  /** A router that went without a word is noticed after two minutes, not two hours. */
  private static void keepAlive(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
      socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, 60);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, 15);
      socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, 4);
    }
  }

  /**
   * Fills the front of a buffer with the beginning of the next message; false at the end, and where
   * nobody listens any more because the line is being closed.
   */
  public boolean head(byte[] into, int length) throws IOException {
    others.message();
    if (leaving) {
      throwAway();
    }
    int first = in.read();
    if (first < 0) {
      ended = true;
      return false;
    }
    began = clock.instant();
    into[0] = (byte) first;
    rest(into, 1, length - 1);
    return true;
  }

  /** All that comes, for who reads it in a way of his own; instead of {@link #head}. */
  public InputStream input() {
    return in;
  }

  private void throwAway() throws IOException {
    byte[] some = new byte[READ_BUFFER];
    while (in.read(some) >= 0) {
      others.message();
    }
  }

  /** The other octets of the message. */
  public void rest(byte[] into, int from, int length) throws IOException {
    if (in.readNBytes(into, from, length) < length) {
      throw new IOException("the connection ended inside a message");
    }
  }

  /** The message is whole. */
  public void whole() {
    began = null;
  }

  /** Since when a message is half sent. */
  public Optional<Instant> halfSentSince() {
    return Optional.ofNullable(began);
  }

  /** Since when a message of ours waits to be taken. */
  public Optional<Instant> unsentSince() {
    return Optional.ofNullable(waiting);
  }

  /** Puts a message behind those that wait; false where too many do. */
  public boolean send(byte[] message) {
    underway.incrementAndGet();
    boolean taken = unsent.offer(message);
    if (!taken) {
      underway.decrementAndGet();
    }
    return taken;
  }

  private void write() {
    try {
      while (!socket.isClosed()) {
        byte[] message = unsent.poll(1, java.util.concurrent.TimeUnit.SECONDS);
        if (message != null) {
          waiting = clock.instant();
          socket.getOutputStream().write(message);
          waiting = null;
          underway.decrementAndGet();
        }
      }
    } catch (IOException gone) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Closes after what waits was sent and the other side hung up, if both go at once: octets that
   * nobody read when a socket is closed make TCP tell the other side of nothing but a reset, and it
   * would not learn why. Whoever reads goes on until then, and what comes is thrown away.
   */
  public void closeGently() {
    leaving = true;
    Thread.ofVirtual()
        .name("line-end " + socket.getInetAddress())
        .start(() -> {
          linger();
          close();
        });
  }

  private void linger() {
    try {
      for (int i = 0; i < MOST_LOOKS_UNSENT && underway.get() > 0; i++) {
        Thread.sleep(LOOK_MILLIS);
      }
      if (!socket.isClosed()) {
        socket.shutdownOutput();
      }
      for (int i = 0; i < MOST_LOOKS_UNREAD && !ended && !socket.isClosed(); i++) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (IOException gone) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException already) {
      // It is closed all the same.
      Thread.onSpinWait();
    }
  }
}
