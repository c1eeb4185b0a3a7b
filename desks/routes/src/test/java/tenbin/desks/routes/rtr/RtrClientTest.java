package tenbin.desks.routes.rtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrPdu.Action;
import tenbin.wire.rpki.RtrReader;
import tenbin.wire.rpki.RtrWriter;

/** The client beside caches that behave as they like, on loopback. */
@Timeout(30)
class RtrClientTest {
  /** What the cache of a test does with each connection. */
  private interface Behaviour {
    void talk(RtrReader in, OutputStream out) throws Exception;
  }

  private final BlockingQueue<RpkiVersion> versions = new LinkedBlockingQueue<>();
  private final RpkiSink sink =
      new RpkiSink() {
        @Override
        public void changed(RpkiVersion version, RpkiChanges changes) {
          versions.add(version);
        }

        @Override
        public void expired(Instant at) {}
      };
  private ServerSocket listener;

  @BeforeEach
  void listen() throws IOException {
    listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    listener.close();
  }

  @Test
  void a_version_comes_after_connecting_and_a_new_one_after_a_notice() throws Exception {
    serve((in, out) -> {
      ask(in);
      send(out, 1, new RtrPdu.CacheResponse(3), announce("192.0.2.0/24"), end(1));
      send(out, 1, new RtrPdu.SerialNotify(3, 2));
      assertThat(ask(in)).isEqualTo(new RtrPdu.SerialQuery(3, 1));
      send(out, 1, new RtrPdu.CacheResponse(3), announce("198.51.100.0/24"), end(2));
      in.next();
    });
    try (RtrClient client = client()) {
      assertThat(next().vrps().size()).isOne();
      assertThat(next().vrps().size()).isEqualTo(2);
      assertThat(client.health().connected()).isTrue();
      assertThat(client.health().version()).isOne();
    }
  }

  @Test
  void garbage_is_answered_with_an_error_and_a_new_connection_is_tried() throws Exception {
    BlockingQueue<RtrPdu> answers = new LinkedBlockingQueue<>();
    serve(
        (in, out) -> {
          ask(in);
          out.write(new byte[] {1, 77, 0, 0, 0, 0, 0, 8});
          answers.add(ask(in));
        },
        (in, out) -> {
          ask(in);
          send(out, 2, new RtrPdu.CacheResponse(3), announce("192.0.2.0/24"), end(1));
          in.next();
        });
    try (RtrClient client = client()) {
      assertThat(next().vrps().size()).isOne();
      assertThat(answers.take()).isInstanceOf(RtrPdu.ErrorReport.class);
      assertThat(client.health().connections()).isEqualTo(2);
      assertThat(client.health().trouble()).contains("UNSUPPORTED_PDU_TYPE");
    }
  }

  @Test
  void an_old_cache_is_found_by_its_refusal() throws Exception {
    serve(
        (in, out) -> {
          ask(in);
          send(out, 0, new RtrPdu.ErrorReport(4, "", "only 0"));
          in.next();
        },
        (in, out) -> {
          assertThat(in.next().orElseThrow().version()).isZero();
          send(out, 0, new RtrPdu.CacheResponse(3), announce("192.0.2.0/24"));
          send(out, 0, new RtrPdu.EndOfData(3, 1, Optional.empty()));
          in.next();
        });
    try (RtrClient client = client()) {
      assertThat(next().vrps().size()).isOne();
      assertThat(client.health().version()).isZero();
    }
  }

  @Test
  void noise_for_a_while_costs_nothing_but_its_own_connections() throws Exception {
    Behaviour[] all = new Behaviour[4];
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 3; i++) {
      byte[] noise = new byte[1 << 20];
      random.nextBytes(noise);
      all[i] = (in, out) -> out.write(noise);
    }
    all[3] =
        (in, out) -> {
          ask(in);
          send(out, 0, new RtrPdu.CacheResponse(3), announce("192.0.2.0/24"));
          send(out, 0, new RtrPdu.EndOfData(3, 1, Optional.empty()));
          in.next();
        };
    serve(all);
    try (RtrClient client = client()) {
      assertThat(next().vrps().size()).isOne();
      assertThat(client.health().connections()).isEqualTo(4);
    }
  }

  @Test
  void where_nobody_listens_the_trouble_is_told_and_closing_ends_it() throws Exception {
    listener.close();
    RtrClient client = client();
    while (client.health().trouble().isEmpty()) {
      Thread.sleep(5);
    }
    assertThat(client.health().trouble()).contains("no connection");
    client.close();
    assertThat(client.health().connected()).isFalse();
  }

  private RtrClient client() {
    RtrClient.Cache cache = new RtrClient.Cache("127.0.0.1", listener.getLocalPort());
    return new RtrClient(cache, sink, quick(), Clock.systemUTC()).start();
  }

  /** One that comes back soon. */
  private static RtrSession quick() {
    Duration soon = Duration.ofMillis(50);
    return new RtrSession(2, RtrLimits.USUAL, () -> 0)
        .with(new RtrTiming(soon, soon, Duration.ofHours(1)));
  }

  @Test
  void a_cache_that_reads_nothing_holds_up_nobody() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    listener.setReceiveBufferSize(1);
    serve((in, out) -> {
      for (int i = 0; i < 2_000; i++) {
        send(out, 2, new RtrPdu.SerialNotify(3, i)); // Each is answered with a question.
        send(out, 2, new RtrPdu.CacheResponse(3), end(i));
      }
      boolean ignored = over.await(20, TimeUnit.SECONDS);
    });
    RtrClient client = client();
    while (!client.health().trouble().equals("reads nothing")) {
      Thread.sleep(5); // The health is told all the time, or the test is over by its time limit.
    }
    client.close();
    over.countDown();
    assertThat(client.health().connected()).isFalse();
  }

  @Test
  void closing_does_not_wait_for_a_server_that_does_not_answer() throws Exception {
    listener.close();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> queue = new ArrayList<>();
      for (int i = 0; i < 4; i++) { // Nobody accepts: further ones wait for an answer.
        Socket one = new Socket();
        queue.add(one);
        try {
          one.connect(full.getLocalSocketAddress(), 100);
        } catch (IOException waiting) {
          break;
        }
      }
      RtrClient.Cache cache = new RtrClient.Cache("127.0.0.1", full.getLocalPort());
      RtrClient client = new RtrClient(cache, sink, Clock.systemUTC()).start();
      Thread.sleep(200);
      client.close();
      Thread own = named("rtr 127.0.0.1");
      if (own != null) {
        own.join(5_000);
        assertThat(own.isAlive()).as("it gave up dialling").isFalse();
      }
      for (Socket each : queue) {
        each.close();
      }
    }
  }

  private static @Nullable Thread named(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Test
  void a_cache_that_cannot_be_is_refused_before_it_is_dialled() {
    assertThatThrownBy(() -> new RtrClient.Cache("localhost", 70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("localhost:70000");
    assertThatThrownBy(() -> new RtrClient.Cache(" ", 323))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private RpkiVersion next() throws InterruptedException {
    RpkiVersion version = versions.poll(20, TimeUnit.SECONDS);
    assertThat(version).as("a version within 20 s").isNotNull();
    return version;
  }

  private void serve(Behaviour... behaviours) {
    Thread.ofVirtual()
        .start(() -> {
          for (Behaviour each : behaviours) {
            try (Socket socket = listener.accept()) {
              RtrReader in = new RtrReader(new BufferedInputStream(socket.getInputStream()));
              each.talk(in, socket.getOutputStream());
            } catch (Exception gone) {
              // The client hung up: that is what some tests are about.
            }
          }
        });
  }

  private static RtrPdu ask(RtrReader in) throws Exception {
    return in.next().orElseThrow().pdu();
  }

  private static void send(OutputStream out, int version, RtrPdu... pdus) throws IOException {
    for (RtrPdu each : List.of(pdus)) {
      out.write(RtrWriter.write(new RtrMessage(version, each)));
    }
  }

  private static RtrPdu announce(String prefix) {
    return new RtrPdu.PrefixPayload(Action.ANNOUNCE, Prefix.parse(prefix), 24, new Asn(1));
  }

  private static RtrPdu end(long serial) {
    RtrPdu.Intervals intervals = new RtrPdu.Intervals(3600, 600, 7200);
    return new RtrPdu.EndOfData(3, serial, Optional.of(intervals));
  }
}
