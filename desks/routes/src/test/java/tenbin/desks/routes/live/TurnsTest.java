package tenbin.desks.routes.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.Foresight;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** The order in which things came is the order in which they are done, and nothing is lost. */
class TurnsTest {
  private static final Prefix HOME = Prefix.parse("192.0.2.0/24");

  private final List<String> said = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  private static Vantage router(int number) {
    return new Vantage("rrc" + number, new Asn(64_500 + number), Address.ofV4(number));
  }

  /** Writes down what it hears; of a time below 0 it fails. */
  private final class Diary implements RouteSink {
    private void write(long micros, Vantage from, String what) {
      if (micros < 0) {
        throw new IllegalStateException("a word of before the epoch");
      }
      said.add(from.feed() + " " + what + " " + micros);
    }

    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      write(micros, from, "announced");
    }

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {
      write(micros, from, "withdrawn");
    }

    @Override
    public void lost(long micros, Vantage from) {
      write(micros, from, "lost");
    }

    @Override
    public void complete(long micros, Vantage from) {
      write(micros, from, "complete");
    }
  }

  private Turns turns() {
    return new Turns(new OneByOne(new Diary(), words::add), Foresight.NONE);
  }

  @Test
  void words_and_what_else_is_to_be_done_come_in_one_order() throws Exception {
    Turns turns = turns();
    turns.announced(1, router(1), HOME, Attributes.NONE);
    turns.withdrawn(2, router(2), HOME);
    turns.put(() -> said.add("references"));
    turns.complete(3, router(1));
    turns.lost(4, router(2));
    turns.put(() -> said.add("decision"));
    turns.next().forEach(Runnable::run);
    assertThat(said)
        .containsExactly(
            "rrc1 announced 1",
            "rrc2 withdrawn 2",
            "references",
            "rrc1 complete 3",
            "rrc2 lost 4",
            "decision");
    assertThat(turns.next()).isEmpty();
  }

  @Test
  void a_word_that_cannot_be_taken_is_said_and_the_next_one_counts() throws Exception {
    Turns turns = turns();
    turns.announced(1, router(1), HOME, Attributes.NONE);
    turns.announced(-1, router(1), HOME, Attributes.NONE);
    turns.announced(2, router(1), HOME, Attributes.NONE);
    turns.next().forEach(Runnable::run);
    assertThat(said).containsExactly("rrc1 announced 1", "rrc1 announced 2");
    assertThat(words).singleElement().asString().contains("before the epoch");
  }

  @Test
  void behind_the_end_nothing_is_taken_and_what_was_there_is_left() throws Exception {
    Turns turns = turns();
    turns.announced(1, router(1), HOME, Attributes.NONE);
    turns.end();
    turns.announced(2, router(1), HOME, Attributes.NONE);
    turns.put(() -> said.add("too late"));
    turns.left().forEach(Runnable::run);
    assertThat(said).containsExactly("rrc1 announced 1");
  }

  @Test
  void feeds_that_are_faster_wait_and_every_word_of_each_comes_in_its_order() throws Exception {
    int feeds = 4;
    int each = 60_000;
    Turns turns = turns();
    List<Thread> threads =
        IntStream.range(0, feeds)
            .mapToObj(feed ->
                Thread.ofPlatform()
                    .start(() -> {
                      for (int i = 0; i < each; i++) {
                        turns.announced(i, router(feed), HOME, Attributes.NONE);
                      }
                    }))
            .toList();
    while (turns.waits() < 1) {
      Thread.sleep(1);
    }
    while (said.size() < feeds * each) {
      turns.next().forEach(Runnable::run);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Map<String, Integer> next = new HashMap<>();
    for (String word : said) {
      String[] parts = word.split(" ", -1);
      assertThat(Integer.parseInt(parts[2])).isEqualTo(next.getOrDefault(parts[0], 0));
      next.merge(parts[0], 1, Integer::sum);
    }
    assertThat(next).hasSize(feeds);
  }
}
