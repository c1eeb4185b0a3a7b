package tenbin.desks.routes.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Half a message, a router that reads nothing, and one that never pauses. */
class LineTest {
  @Test
  void it_is_known_since_when_a_message_is_half_sent_or_not_taken()
      throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket router = new Socket()) {
      router.setReceiveBufferSize(1);
      router.connect(server.getLocalSocketAddress());
      try (Line line = new Line(server.accept(), Clock.systemUTC())) {
        router.getOutputStream().write(new byte[] {1, 2, 3});
        byte[] into = new byte[4];
        Thread reader =
            Thread.ofVirtual()
                .start(() -> {
                  try {
                    line.head(into, 4);
                    line.whole();
                  } catch (IOException closed) {
                    into[3] = 9;
                  }
                });
        await(() -> line.halfSentSince().isPresent());
        router.getOutputStream().write(4);
        reader.join(5_000);
        assertThat(into).containsExactly(1, 2, 3, 4);
        assertThat(line.halfSentSince()).isEmpty();
        assertThat(line.unsentSince()).isEmpty();
        int taken = 0;
        while (taken < 10_000 && line.send(new byte[4_096])) {
          taken++;
          Thread.sleep(1);
        }
        assertThat(taken).as("the queue is short").isLessThan(1_000);
        assertThat(line.unsentSince()).isPresent();
      }
    }
  }

  private static void await(java.util.function.BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 5_000 && !so.getAsBoolean(); i++) {
      Thread.sleep(1);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  @Test
  void a_connection_that_is_broken_already_is_closed() {
    boolean[] closed = new boolean[1];
    Socket broken =
        new Socket() {
          @Override
          public void setTcpNoDelay(boolean on) throws SocketException {
            throw new SocketException("Connection reset");
          }

          @Override
          public synchronized void close() throws IOException {
            closed[0] = true;
            super.close();
          }
        };
    assertThatThrownBy(() -> new Line(broken, Clock.systemUTC())).isInstanceOf(IOException.class);
    assertThat(closed[0]).isTrue();
  }

  @Test
  void who_speaks_on_hears_why_all_the_same() throws IOException, InterruptedException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket router = new Socket()) {
      router.connect(server.getLocalSocketAddress());
      Line line = new Line(server.accept(), Clock.systemUTC());
      Thread reader = Thread.ofVirtual().start(() -> readAll(line));
      Thread speaker = Thread.ofVirtual().start(() -> speak(router));
      byte[] why = new byte[4_000];
      why[3_999] = 7;
      line.send(why);
      line.closeGently();
      assertThat(router.getInputStream().readNBytes(4_000)).isEqualTo(why);
      assertThat(router.getInputStream().read()).as("the end, and no reset").isEqualTo(-1);
      router.shutdownOutput();
      reader.join(5_000);
      assertThat(reader.isAlive()).as("our end is closed too").isFalse();
      speaker.join(5_000);
    }
  }

  private static void speak(Socket router) {
    try {
      for (int i = 0; i < 500; i++) {
        router.getOutputStream().write(new byte[100]);
      }
    } catch (IOException closed) {
      assertThat(closed).isNotNull();
    }
  }

  private static void readAll(Line line) {
    try (line) {
      byte[] message = new byte[100];
      while (line.head(message, 100)) {
        line.whole();
      }
    } catch (IOException closed) {
      assertThat(closed).isNotNull();
    }
  }

  @Test
  void routers_that_never_pause_leave_the_processor_to_others() throws Exception {
    AtomicBoolean open = new AtomicBoolean(true);
    int carriers = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < carriers + 2; i++) {
      Line line = new Line(endless(open), Clock.systemUTC());
      Thread.ofVirtual().start(() -> readAll(line));
    }
    CountDownLatch turn = new CountDownLatch(1);
    Thread.ofVirtual().start(turn::countDown);
    boolean came = turn.await(20, TimeUnit.SECONDS);
    open.set(false);
    assertThat(came).as("another one has its turn").isTrue();
  }

  private static Socket endless(AtomicBoolean open) {
    return new Socket() {
      @Override
      public InputStream getInputStream() {
        return new InputStream() {
          @Override
          public int read() {
            return open.get() ? 1 : -1;
          }

          @Override
          public int read(byte[] into, int from, int length) {
            return open.get() ? length : -1;
          }
        };
      }
    };
  }
}
