package tenbin.proof.correlate;

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
import tenbin.spine.correlate.ShardedCorrelator;
import tenbin.spine.correlate.Sighted;

/** A million sightings of one address by twenty members: the case that pairs cannot survive. */
final class OneValue {
  private static final int SIGHTINGS = 1_000_000;
  private static final int MEMBERS = 20;
  private static final long START = 1_774_310_400L;

  /** How many counters are left. */
  long counters() {
    ShardedCorrelator correlator = new ShardedCorrelator();
    MemberId[] members = new MemberId[MEMBERS];
    for (int i = 0; i < MEMBERS; i++) {
      members[i] = new MemberId("member-" + i);
    }
    Observation seen =
        Observation.builder(Kind.of(Rsit.SCANNER), Moment.ofEpochSecond(START))
            .source(Endpoint.of(Address.parse("203.0.113.5"), 40_000))
            .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
            .build();
    for (int i = 0; i < SIGHTINGS; i++) {
      correlator.take(
          new Sighted(
              i + 1L,
              members[i % MEMBERS],
              new Fingerprint(i, i),
              seen,
              Attribution.NOT_COVERED,
              Instant.ofEpochSecond(START + i / 100)));
    }
    return correlator.counters();
  }
}
