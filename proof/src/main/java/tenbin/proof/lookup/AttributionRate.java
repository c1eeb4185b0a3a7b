package tenbin.proof.lookup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Moment;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.attribute.AbuseContacts;
import tenbin.spine.attribute.OriginTable;
import tenbin.spine.attribute.RegistryTable;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.Tables;
import tenbin.spine.roster.CircleFile;

/**
 * What a whole attribution costs: observations half of which lie in the demo circle's claims, the
 * other half anywhere, over a whole origin table.
 *
 * @param perCpuSecond how many
 * @param memberShare of the answers that named a member, 0 to 1
 */
record AttributionRate(double perCpuSecond, double memberShare) {
  private static final Instant TAKEN_AT = Instant.parse("2026-03-24T00:00:00Z");
  private static final int OBSERVATIONS = 1 << 16;
  private static final int PASSES = 40;

  /** 126.64.0.0/10, which the demo circle shares out. */
  private static final int DEMO_BLOCK = 0x7e400000;

  static AttributionRate measure(FlatTable flat, RandomGenerator random) {
    OriginTable.Builder builder = OriginTable.builder("generated", TAKEN_AT);
    flat.forEach((high, low, bits, origin) -> builder.add(high, low, bits, origin));
    Tables tables =
        new Tables(
            List.of(builder.build()), Duration.ofDays(1), RegistryTable.EMPTY, AbuseContacts.EMPTY);
    TableAttributor attributor =
        new TableAttributor(CircleFile.read(CircleFile.demo()).orThrow(), tables);
    Observation[] seen = new Observation[OBSERVATIONS];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = observation(random);
    }
    long members = pass(attributor, seen);
    for (int i = 0; i < PASSES / 4; i++) {
      members = pass(attributor, seen);
    }
    CpuClock clock = CpuClock.start();
    for (int i = 0; i < PASSES; i++) {
      members = pass(attributor, seen);
    }
    double seconds = clock.stop().cpuSeconds();
    return new AttributionRate(
        (double) PASSES * OBSERVATIONS / seconds, (double) members / OBSERVATIONS);
  }

  private static long pass(TableAttributor attributor, Observation[] seen) {
    long members = 0;
    for (Observation each : seen) {
      members += attributor.attribute(each).responsible() instanceof Responsible.OfMember ? 1 : 0;
    }
    return members;
  }

  private static Observation observation(RandomGenerator random) {
    int bits = random.nextBoolean() ? DEMO_BLOCK | random.nextInt(1 << 22) : random.nextInt();
    Moment time = Moment.ofEpochSecond(TAKEN_AT.getEpochSecond() + random.nextInt(86_400));
    return Observation.builder(Kind.of(Rsit.INFECTED_SYSTEM), time)
        .source(Endpoint.of(Address.ofV4(bits), 443))
        .build();
  }
}
