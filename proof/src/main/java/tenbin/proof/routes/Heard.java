package tenbin.proof.routes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.past.Asked;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Counts what files tell, and keeps a sample of it, drawn evenly, to ask about. One thread. */
final class Heard implements RouteSink {
  static final RouteSink NOTHING = new All(List.of());

  private static final int SAMPLE = 64;

  private final RandomGenerator random;
  private final List<Prefix> prefixes = new ArrayList<>();
  private long words;
  private long first = Long.MAX_VALUE;
  private long last;

  Heard(RandomGenerator random) {
    this.random = random;
  }

  long words() {
    return words;
  }

  /** The latest time of any, microseconds of the epoch. */
  long last() {
    return last;
  }

  private void word(long micros, Prefix prefix) {
    words++;
    first = Math.min(first, micros);
    last = Math.max(last, micros);
    if (prefixes.size() < SAMPLE) {
      prefixes.add(prefix);
    } else if (random.nextLong(words) < SAMPLE) {
      prefixes.set(random.nextInt(SAMPLE), prefix);
    }
  }

  /** One in three of each kind, at any time from the table to the end. */
  List<PastQuestion> questions(int number) {
    List<PastQuestion> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Prefix prefix = prefixes.get(i % prefixes.size());
      Instant at = Instant.EPOCH.plus(first + random.nextLong(last - first), ChronoUnit.MICROS);
      Asked asked =
          switch (i % 3) {
            case 0 -> new Asked.Exact(prefix);
            case 1 -> new Asked.Covering(prefix);
            default -> new Asked.Inside(Prefix.around(prefix.first(), prefix.isV4() ? 16 : 32));
          };
      all.add(PastQuestion.at(asked, at).until(Instant.EPOCH.plus(last, ChronoUnit.MICROS)));
    }
    return all;
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    word(micros, prefix);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    word(micros, prefix);
  }

  @Override
  public void lost(long micros, Vantage from) {}

  @Override
  public void complete(long micros, Vantage from) {}
}
