package tenbin.desks.routes.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Half a message, a router that reads nothing, and strangers at the door. */
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
  void a_stranger_is_closed_at_once() throws IOException, InterruptedException {
    BlockingQueue<Socket> welcomed = new LinkedBlockingQueue<>();
    try (Door door =
        new Door(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), Guard.NONE)) {
      door.open(
          from -> from.toString().equals("127.0.0.7"), (from, socket) -> welcomed.add(socket));
      try (Socket stranger = new Socket(InetAddress.ofLiteral("127.0.0.1"), door.port())) {
        assertThat(stranger.getInputStream().read()).isEqualTo(-1);
      }
      assertThat(door.strangers()).isEqualTo(1);
      try (Socket known =
          new Socket(
              InetAddress.ofLiteral("127.0.0.1"),
              door.port(),
              InetAddress.ofLiteral("127.0.0.7"),
              0)) {
        assertThat(known.isConnected()).isTrue();
        assertThat(welcomed.poll(5, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void an_ipv6_router_is_known_by_its_address() throws IOException, InterruptedException {
    BlockingQueue<Socket> welcomed = new LinkedBlockingQueue<>();
    InetAddress own = InetAddress.ofLiteral("::1");
    try (Door door = new Door(new InetSocketAddress(own, 0), Guard.NONE)) {
      door.open(from -> from.toString().equals("::1"), (from, socket) -> welcomed.add(socket));
      try (Socket known = new Socket(own, door.port())) {
        assertThat(known.isConnected()).isTrue();
        assertThat(welcomed.poll(5, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }
}
