package tenbin.spine.correlate;

import java.time.Instant;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.time.Moment;

/** Makes sightings by hand, in the hub's order. */
final class Scene {
  static final Instant START = Instant.parse("2026-03-24T00:00:00Z");
  static final Kind BRUTE_FORCE = new Kind(Rsit.BRUTE_FORCE, "ssh", "");

  private long position;

  /** A member's honeypot was touched by an address, told at once. */
  Sighted honeypot(int member, int address, long second) {
    return sighted(member, honeypotHit(address, second, BRUTE_FORCE, ""), second);
  }

  Sighted sighted(int member, Observation seen, long second) {
    return new Sighted(
        ++position,
        member(member),
        new Fingerprint(position, position),
        seen,
        Attribution.NOT_COVERED,
        START.plusSeconds(second));
  }

  static MemberId member(int number) {
    return new MemberId("member-" + number);
  }

  static Observation honeypotHit(int address, long second, Kind kind, String url) {
    return Observation.builder(
            kind, Moment.ofEpochSecond(START.plusSeconds(second).getEpochSecond()))
        .source(Endpoint.of(Address.ofV4(address), 40_000))
        .destination(Endpoint.of(Address.parse("192.0.2.1"), 22))
        .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
        .url(url)
        .build();
  }
}
