package tenbin.desks.routes.port;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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

  private final Socket socket;
  private final InputStream in;
  private final Clock clock;
  private final BlockingQueue<byte[]> unsent = new ArrayBlockingQueue<>(MOST_UNSENT);
  private volatile @Nullable Instant began;
  private volatile @Nullable Instant waiting;

  public Line(Socket socket, Clock clock) throws IOException {
    this.socket = socket;
    this.clock = clock;
    socket.setTcpNoDelay(true);
    keepAlive(socket);
    socket.setSendBufferSize(SEND_BUFFER);
    this.in = new java.io.BufferedInputStream(socket.getInputStream(), READ_BUFFER);
    Thread.ofVirtual().name("line-out").start(this::write);
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

  /** Fills the front of a buffer with the beginning of the next message; false at the end. */
  public boolean head(byte[] into, int length) throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    began = clock.instant();
    into[0] = (byte) first;
    rest(into, 1, length - 1);
    return true;
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
    return unsent.offer(message);
  }

  private void write() {
    try {
      while (!socket.isClosed()) {
        byte[] message = unsent.poll(1, java.util.concurrent.TimeUnit.SECONDS);
        if (message != null) {
          waiting = clock.instant();
          socket.getOutputStream().write(message);
          waiting = null;
        }
      }
    } catch (IOException gone) {
      close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes after what waits was sent, if that goes at once. */
  public void closeGently() {
    Thread.ofVirtual()
        .name("line-end")
        .start(() -> {
          linger();
          close();
        });
  }

  private void linger() {
    try {
      for (int i = 0; i < 20 && (!unsent.isEmpty() || waiting != null); i++) {
        Thread.sleep(25);
      }
      if (!socket.isClosed()) {
        socket.shutdownOutput();
      }
      Thread.sleep(50);
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
