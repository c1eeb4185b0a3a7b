package tenbin.desks.routes.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tenbin.nouns.net.Address;

/** Strangers at the door, storms, and a port that somebody else has. */
class DoorTest {
  private static final InetAddress LOCAL = InetAddress.ofLiteral("127.0.0.1");

  @Test
  void a_stranger_is_closed_at_once() throws IOException, InterruptedException {
    BlockingQueue<Socket> welcomed = new LinkedBlockingQueue<>();
    try (Door door =
        new Door(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0),
            Guard.NONE,
            Clock.systemUTC())) {
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
    try (Door door = new Door(new InetSocketAddress(own, 0), Guard.NONE, Clock.systemUTC())) {
      door.open(from -> from.toString().equals("::1"), (from, socket) -> welcomed.add(socket));
      try (Socket known = new Socket(own, door.port())) {
        assertThat(known.isConnected()).isTrue();
        assertThat(welcomed.poll(5, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  private static Socket dial(int port, String from) throws IOException {
    return new Socket(LOCAL, port, InetAddress.ofLiteral(from), 0);
  }

  @Test
  void who_dials_too_often_is_closed_and_nobody_else() throws IOException, InterruptedException {
    BlockingQueue<Socket> welcomed = new LinkedBlockingQueue<>();
    Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    try (Door door = new Door(new InetSocketAddress(LOCAL, 0), Guard.NONE, still)) {
      door.open(from -> true, (from, socket) -> welcomed.add(socket));
      for (int i = 0; i < Knocks.MOST; i++) {
        dial(door.port(), "127.0.0.7").close();
        assertThat(welcomed.poll(5, TimeUnit.SECONDS)).isNotNull();
      }
      try (Socket storm = dial(door.port(), "127.0.0.7")) {
        assertThat(storm.getInputStream().read()).isEqualTo(-1);
      }
      assertThat(door.tooOften()).isEqualTo(1);
      try (Socket other = dial(door.port(), "127.0.0.8")) {
        assertThat(other.isConnected()).isTrue();
        assertThat(welcomed.poll(5, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void every_ten_seconds_it_is_counted_anew() {
    Instant[] now = {Instant.EPOCH};
    Knocks knocks = new Knocks(() -> now[0]);
    Address one = Address.parse("192.0.2.1");
    for (int i = 0; i < Knocks.MOST; i++) {
      assertThat(knocks.isTooOften(one)).isFalse();
    }
    assertThat(knocks.isTooOften(one)).isTrue();
    assertThat(knocks.isTooOften(Address.parse("192.0.2.2"))).isFalse();
    now[0] = now[0].plusSeconds(10);
    assertThat(knocks.isTooOften(one)).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_door_that_does_not_open_leaves_no_socket_behind() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, LOCAL)) {
      InetSocketAddress at = new InetSocketAddress(LOCAL, taken.getLocalPort());
      long before = open();
      for (int i = 0; i < 50; i++) {
        assertThatThrownBy(() -> new Door(at, Guard.NONE, Clock.systemUTC()))
            .isInstanceOf(IOException.class);
      }
      assertThat(open() - before).as("files open").isLessThan(25);
    }
  }

  private static long open() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
