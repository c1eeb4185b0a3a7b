package tenbin.desks.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

final class ReadAheadTest {
  private static final Vantage ROUTER =
      new Vantage("rrc06", new Asn(64496), Address.ofV4(0xc0000201));

  /** Writes down what it is told. */
  private static final class Words implements RouteSink {
    final List<String> all = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();

    private void add(String word) {
      all.add(word);
      threads.add(Thread.currentThread());
    }

    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      add(micros + " + " + prefix);
    }

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {
      add(micros + " - " + prefix);
    }

    @Override
    public void lost(long micros, Vantage from) {
      add(micros + " lost");
    }

    @Override
    public void complete(long micros, Vantage from) {
      add(micros + " complete");
    }
  }

  private static void tell(RouteSink sink, long seed, int count) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      Prefix prefix = Prefix.around(Address.ofV4(random.nextInt()), 24);
      switch (random.nextInt(40)) {
        case 0 -> sink.lost(i, ROUTER);
        case 1 -> sink.complete(i, ROUTER);
        case 2, 3, 4, 5, 6, 7 -> sink.withdrawn(i, ROUTER, prefix);
        default -> sink.announced(i, ROUTER, prefix, Attributes.NONE);
      }
    }
  }

  @Test
  void every_word_comes_in_its_order_and_in_the_thread_of_who_asked() throws IOException {
    long seed = System.nanoTime();
    Words direct = new Words();
    Words ahead = new Words();
    ReadAhead reading = new ReadAhead();
    for (int count : new int[] {0, 1, WordBatch.MOST, 100_003}) {
      tell(direct, seed, count);
      reading.run(() -> tell(reading.sink(), seed, count), ahead);
    }
    assertThat(ahead.all).as("seed %d", seed).isEqualTo(direct.all);
    assertThat(ahead.threads).containsOnly(Thread.currentThread());
  }

  @Test
  void what_the_reading_throws_comes_behind_its_words() {
    ReadAhead reading = new ReadAhead();
    Words words = new Words();
    assertThatThrownBy(() ->
            reading.run(
                () -> {
                  tell(reading.sink(), 7, 2_500);
                  throw new IOException("the disk is gone");
                },
                words))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is gone");
    assertThat(words.all).hasSize(2_500);
  }

  @Test
  void a_sink_that_fails_ends_the_reading() {
    ReadAhead reading = new ReadAhead();
    RouteSink broken =
        new RouteSink() {
          @Override
          public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
            throw new IllegalStateException("full");
          }

          @Override
          public void withdrawn(long micros, Vantage from, Prefix prefix) {}

          @Override
          public void lost(long micros, Vantage from) {}

          @Override
          public void complete(long micros, Vantage from) {}
        };
    assertThatThrownBy(() -> reading.run(() -> tell(reading.sink(), 7, 1_000_000), broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full");
  }
}
