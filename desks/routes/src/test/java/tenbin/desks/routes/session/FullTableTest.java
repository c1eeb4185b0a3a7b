package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.port.Client;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** A neighbour tells a whole table at once. */
class FullTableTest {
  private static final int ROUTES = 1_000_000;
  private static final int EACH = 5; // An UPDATE of today tells about as many.
  private static final int PATH = 36; // Where the second AS of the path stands in the message.

  /** Counts, and keeps nothing. */
  private static final class Counting implements RouteSink {
    private final AtomicLong announced = new AtomicLong();
    private final AtomicLong complete = new AtomicLong();

    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      announced.incrementAndGet();
    }

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {
      throw new AssertionError("nothing was withdrawn");
    }

    @Override
    public void lost(long micros, Vantage from) {
      // At the end of the test.
      complete.get();
    }

    @Override
    public void complete(long micros, Vantage from) {
      complete.incrementAndGet();
    }
  }

  /** UPDATEs of /24s from 16.0.0.0 on, each with a path of three. */
  private static byte[] table() {
    byte[] head =
        Client.bgp(
            2,
            "0000 001c 40010100 40020e 0203 0000fbf0 00000000 00000000 400304 c0000201"
                + "18000000".repeat(EACH));
    ByteBuffer all = ByteBuffer.allocate(ROUTES / EACH * head.length + 100);
    for (int at = 0; at < ROUTES; at += EACH) {
      int begin = all.position();
      all.put(head);
      all.putInt(begin + PATH, 64_512 + at % 997).putInt(begin + PATH + 4, 65_536 + at % 7_919);
      for (int i = 0; i < EACH; i++) {
        int prefix = begin + head.length - 4 * (EACH - i);
        all.putInt(prefix, 0x18 << 24 | 0x100000 + at + i);
      }
    }
    all.put(Client.bgp(2, "0000 0000"));
    return Arrays.copyOf(all.array(), all.position());
  }

  @Test
  void a_million_routes_are_taken_as_fast_as_they_come() throws IOException, InterruptedException {
    byte[] table = table();
    Counting counting = new Counting();
    Asn theirs = new Asn(64_496);
    Neighbour neighbour =
        new Neighbour("member:aozora", Address.parse("127.0.0.2"), theirs, Limits.USUAL);
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 90);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    try (Speaker speaker = new Speaker(at, local, List.of(neighbour), counting, Clock.systemUTC());
        Client client = new Client("127.0.0.2", speaker.port())) {
      client.say(Client.bgp(1, "04 fbf0 005a c0000201 08 02 06 4104 0000fbf0"), Client.bgp(4, ""));
      long began = System.nanoTime();
      client.say(table);
      while (counting.complete.get() == 0 && System.nanoTime() - began < 120_000_000_000L) {
        Thread.sleep(10);
      }
      long millis = (System.nanoTime() - began) / 1_000_000;
      System.out.println(ROUTES + " routes in " + millis + " ms");
      assertThat(counting.announced.get()).isEqualTo(ROUTES);
      assertThat(counting.complete.get()).isEqualTo(1);
      assertThat(speaker.statuses().getFirst().routes()).isEqualTo(ROUTES);
      assertThat(speaker.statuses().getFirst().state()).isEqualTo(State.ESTABLISHED);
    }
  }
}
