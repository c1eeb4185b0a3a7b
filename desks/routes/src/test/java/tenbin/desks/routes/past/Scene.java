package tenbin.desks.routes.past;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/** Words for the tests: routers, paths, a clock that is set. */
final class Scene {
  static final Instant START = Instant.parse("2026-03-24T10:00:00Z");

  private Scene() {}

  /** A clock that stands where it is put. */
  static final class Watch extends Clock {
    Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  static Vantage router(String feed, int number) {
    return new Vantage(feed, new Asn(64_500 + number), Address.ofV4(0xc000_0200 + number));
  }

  static AsPath path(long... numbers) {
    return AsPath.of(java.util.Arrays.stream(numbers).mapToInt(each -> (int) each).toArray());
  }

  static AsPath read(byte[] octets) {
    try {
      return AsPath.read(Octets.of(octets, 0, octets.length), AsWidth.FOUR);
    } catch (Malformed wrong) {
      throw new AssertionError(wrong);
    }
  }

  static long micros(Instant at) {
    return Hearings.micros(at);
  }

  /** Nobody is told. */
  static final RouteSink NOBODY =
      new RouteSink() {
        @Override
        public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {}

        @Override
        public void withdrawn(long micros, Vantage from, Prefix prefix) {}

        @Override
        public void lost(long micros, Vantage from) {}

        @Override
        public void complete(long micros, Vantage from) {}
      };
}
