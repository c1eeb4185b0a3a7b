package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.ground.ConsentState;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Field;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;

/** A customer's consent opens stored rows about its network, as they lie and behind cursors. */
@SuppressWarnings("NullAway.Init")
class CustomerConsentStoryTest {
  private static final String SHOP = "10.64.0.17";
  private static final String HOUSE = "10.64.0.21";
  private static final String TOWN = "10.64.0.33";
  private static final String NOBODY = "10.64.0.7";
  private static final List<String> ADDRESSES = List.of(SHOP, HOUSE, TOWN, NOBODY);
  private static final String FILE =
      """
      policy: A carrier that lets go what is its own
      packs: [core]
      parties:
        - {id: shop, name: Shop, classes: [], carrier: false, laws: []}
        - {id: town, name: Town, classes: [], carrier: false, laws: []}
        - {id: house, name: House, classes: [], carrier: false, laws: []}
      facts:
        - {about: shop, key: network, value: 10.64.0.16/28, from: 2020-01-01}
        - {about: town, key: network, value: 10.64.0.32/28, from: 2020-01-01}
      bases:
        - id: clause/own
          kind: adopted-clause
          opens: [H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: gamma-net, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
        - id: clause/secrecy
          kind: adopted-clause
          opens: [S, P]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final String url = SharedDatabase.url();
  private Spine spine;
  private int reports;
  private int consents;

  @BeforeEach
  void open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "alpha-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), FILE);
    spine =
        Spine.open(
            SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
                .withDatabase(url)
                .withPolicy(policy)
                .withClock(clock),
            SmallCircle.knowledge());
  }

  @AfterEach
  void close() {
    spine.close();
  }

  /** Rows for alpha; each has its own second, by which it is known again. */
  private void read(MemberId holder, String address, int... numbers) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int number : numbers) {
      text.append(DAY + number).append(' ').append(address).append(" 1 conficker\n");
    }
    reports++;
    spine
        .intake()
        .accept(
            new Arrival(holder, reports + ".rows", "", Optional.empty(), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  private void record(String who, Deed deed) {
    clock.pass(Duration.ofSeconds(1));
    Entry.By by = new Entry.By(new MemberId(who), "Ito");
    spine.grounds().record(by, List.of(deed), clock.instant(), "page");
    clock.pass(Duration.ofSeconds(1));
  }

  /** The id of the consent that it makes. */
  private String consent(String customer, String fields) {
    consents++;
    String id = "consent:" + customer + "-" + consents;
    clock.pass(Duration.ofSeconds(1));
    String entries =
        """
        policy: what %1$s permits
        bases:
          - id: %2$s
            kind: individual-consent
            opens: [S, P, K]
            categories: [C1, C2]
            %3$s
            purposes: [P1]
            recipients: [responsible]
            consent: {subject: %1$s, states: [{state: Given, from: "%4$s"}]}
            from: "%4$s"
            to: 2029-01-01
            evidence: a letter
        """
            .formatted(customer, id, fields, clock.instant());
    record(customer, new Deed.Recorded(id, entries));
    return id;
  }

  private String consent(String customer) {
    return consent(customer, "");
  }

  private void withdraw(String customer, String id) {
    record(customer, new Deed.Stated(id, ConsentState.WITHDRAWN));
  }

  private static int number(Disclosure row) {
    return (int) (row.time().orElseThrow().epochSecond() - DAY);
  }

  private List<Disclosure> page() {
    return spine
        .deliveries()
        .newest(
            new Deliveries.Search(
                ALPHA,
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                Instant.ofEpochSecond(DAY - 1),
                Instant.ofEpochSecond(DAY + 86_400),
                "",
                "",
                100,
                0),
            Outlet.PAGE);
  }

  /** One who goes on from cursor to cursor. */
  private final class Consumer {
    private Optional<String> cursor = Optional.empty();
    private final List<Integer> got = new ArrayList<>();

    boolean pull(int most) {
      Batch batch =
          spine
              .deliveries()
              .pull(new Pull(ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, cursor, most));
      cursor = Optional.of(batch.cursor());
      batch.rows().forEach(row -> got.add(number(row)));
      return batch.more();
    }

    List<Integer> all(int most) {
      int before = got.size();
      for (int batches = 1; pull(most); batches++) {
        assertThat(batches).as("batches; it goes round in a circle").isLessThan(2_000);
      }
      return got.subList(before, got.size());
    }
  }

  @Test
  void rows_about_the_customer_come_behind_the_cursor_with_the_listed_fields_and_no_others_do()
      throws Exception {
    read(GAMMA, SHOP, 1, 2);
    read(GAMMA, TOWN, 3);
    read(GAMMA, NOBODY, 4);
    read(ALPHA, NOBODY, 5);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).containsExactly(5);
    String id = consent("shop", "fields: [source-address, time]");
    assertThat(consumer.all(10)).containsExactly(1, 2);
    assertThat(new Consumer().all(1)).as("from the beginning").containsExactly(5, 1, 2);
    List<Disclosure> page = page();
    assertThat(page).extracting(CustomerConsentStoryTest::number).containsExactly(5, 2, 1);
    assertThat(page.getLast().fields())
        .contains(Field.SOURCE_ADDRESS, Field.TIME, Field.CLASS)
        .doesNotContain(Field.SOURCE_PORT, Field.TRANSPORT, Field.DESTINATION_ADDRESS);
    assertThat(
            spine
                .deliveries()
                .row(ALPHA, Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.PAGE, page.getLast().id()))
        .isPresent();
    assertThat(tallied()).isEqualTo(3);
    read(GAMMA, SHOP, 6);
    read(GAMMA, TOWN, 7);
    assertThat(consumer.all(10)).containsExactly(6);

    withdraw("shop", id);
    read(GAMMA, SHOP, 8);
    assertThat(consumer.all(10)).isEmpty();
    assertThat(new Consumer().all(10)).containsExactly(5);
    assertThat(page()).extracting(CustomerConsentStoryTest::number).containsExactly(5);
    assertThat(tallied()).isEqualTo(1);
    consent("town");
    assertThat(consumer.all(10)).containsExactly(3, 7);
  }

  private long tallied() {
    return spine
        .deliveries()
        .tally(
            new Deliveries.Search(
                ALPHA,
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                Instant.ofEpochSecond(DAY - 1),
                Instant.ofEpochSecond(DAY + 86_400),
                "",
                "",
                100,
                0),
            Duration.ofHours(1))
        .stream()
        .mapToLong(Deliveries.Tally::rows)
        .sum();
  }

  @Test
  void narrower_consent_in_place_of_the_old_one_tells_less_at_once() throws Exception {
    read(GAMMA, SHOP, 1);
    String id = consent("shop");
    assertThat(page().getFirst().fields()).contains(Field.SOURCE_PORT);
    record("shop", new Deed.Ended(id));
    assertThat(page()).isEmpty();
    consent("shop", "fields: [time]");
    assertThat(page().getFirst().fields())
        .contains(Field.TIME)
        .doesNotContain(Field.SOURCE_ADDRESS, Field.SOURCE_PORT);
  }

  @Test
  void network_put_on_record_inside_anothers_goes_on_where_that_one_was() throws Exception {
    read(GAMMA, HOUSE, 1);
    read(GAMMA, SHOP, 2);
    Consumer consumer = new Consumer();
    assertThat(consumer.all(10)).isEmpty();
    consent("shop");
    assertThat(consumer.all(10)).containsExactly(1, 2);
    house();
    read(GAMMA, HOUSE, 3);
    read(GAMMA, SHOP, 4);
    assertThat(consumer.all(10)).as("the house's is its own now").containsExactly(4);
    assertThat(page()).extracting(CustomerConsentStoryTest::number).containsExactly(4, 2);
    consent("house");
    assertThat(consumer.all(10))
        .as("what came as the shop's does not come again")
        .containsExactly(3);
  }

  private void house() {
    record(
        "house",
        new Deed.Recorded(
            "network:house",
            """
            policy: a network of the house
            facts:
              - {about: house, key: network, value: 10.64.0.20/30, from: 2020-01-01}
            """));
  }

  @Test
  void whoever_pulls_at_whatever_pace_misses_nothing_and_repeats_nothing_that_only_opens()
      throws Exception {
    play(System.nanoTime(), false);
  }

  @Test
  void whoever_pulls_at_whatever_pace_misses_nothing_where_consents_come_and_go() throws Exception {
    play(System.nanoTime(), true);
  }

  private void play(long seed, boolean leaving) throws Exception {
    Random random = new Random(seed);
    List<Consumer> consumers = List.of(new Consumer(), new Consumer(), new Consumer());
    List<String> customers = List.of("shop", "town", "house");
    Map<String, String> live = new TreeMap<>();
    Set<Integer> sent = new TreeSet<>();
    Set<Integer> taken = new HashSet<>();
    // A network that comes on record is an end of what its customer's neighbours consented to.
    boolean housed = !leaving && random.nextBoolean();
    if (housed) {
      house();
    }
    for (int turn = 0; turn < 80; turn++) {
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> {
          String address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
          int[] numbers =
              random.ints(1 + random.nextInt(5), 0, 300).distinct().filter(taken::add).toArray();
          if (numbers.length > 0) {
            read(random.nextInt(4) == 0 ? ALPHA : GAMMA, address, numbers);
            Arrays.stream(numbers).forEach(sent::add);
          }
        }
        case 3, 4 -> {
          String customer = customers.get(random.nextInt(customers.size()));
          if (live.containsKey(customer)) {
            if (leaving) {
              withdraw(customer, live.remove(customer));
            }
          } else if (random.nextInt(leaving ? 1 : 4) == 0) {
            live.put(customer, consent(customer));
          }
        }
        case 5 -> {
          if (random.nextInt(4) == 0) {
            close();
            open();
          }
          if (leaving && !housed && random.nextInt(3) == 0) {
            house();
            housed = true;
          }
        }
        default -> consumers.get(random.nextInt(3)).pull(1 + random.nextInt(4));
      }
    }
    record(GAMMA.text(), new Deed.Adopted("clause/secrecy", GAMMA.party(), Optional.empty()));
    for (Consumer consumer : consumers) {
      consumer.all(1 + random.nextInt(5));
      assertThat(new TreeSet<>(consumer.got)).as("seed %d", seed).isEqualTo(sent);
      if (!leaving) {
        assertThat(consumer.got).as("seed %d", seed).doesNotHaveDuplicates();
      }
    }
  }
}
