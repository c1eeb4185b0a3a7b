package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.past.Asked;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;
import tenbin.spine.ground.Release;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/** Cases 16 and 17 of the balance on routes of the past, and what an insider could try. */
class PastSightTest {
  private static final Instant T = Stage.BEGAN;
  private static final Prefix HOME = Stage.PREFIX;
  private static final Prefix FOREIGN = Prefix.parse("203.0.113.0/24");

  private final Stage stage = new Stage();
  private final List<Consumer<RouteSink>> words = new ArrayList<>();
  private final DeclarationBook declarations = DeclarationBook.inMemory();
  private Instant claimed = Instant.parse("2006-01-01T00:00:00Z");

  private static Vantage collector(int number) {
    return new Vantage("rrc06", new Asn(64_800 + number), Address.ofV4(0xc000_0280 + number));
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }

  private void tells(Vantage from, int seconds, Prefix prefix, int... path) {
    words.add(sink ->
        sink.announced(
            micros(T.plusSeconds(seconds)), from, prefix, Attributes.of(AsPath.of(path))));
  }

  private Circle circle() {
    Circle all = Stage.circle();
    List<Member> members = new ArrayList<>();
    for (Member each : all.members()) {
      List<Claim> claims =
          each.id().equals(Stage.VICTIM)
              ? List.of(
                  new Claim(
                      each.id(),
                      new Network.Block(HOME),
                      Claim.Means.DECLARED,
                      Validity.since(claimed),
                      "whois"))
              : List.of();
      members.add(
          new Member(
              each.id(),
              each.id().text(),
              each.id().text(),
              each.memberClass(),
              true,
              each.membership(),
              claims,
              List.of()));
    }
    return new Circle("Test", "v1", members, all.groups(), all.agreements(), all.unmarked());
  }

  private void declares(MemberId member, Prefix prefix) {
    Declaration declared =
        new Declaration(
            member,
            Set.of(new Asn(64_501)),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(Watched.of(prefix)),
            List.of());
    declarations.declare(declared, new DeclarationBook.By(T, "test", "page"));
  }

  private PastTold ask(MemberId reader, PastQuestion question) {
    Past past = Past.retold(sink -> words.forEach(each -> each.accept(sink)));
    return new PastSight(past, this::circle, "routing-wg", declarations)
        .ask(stage.plan(reader), question);
  }

  private PastTold ask(MemberId reader, Prefix prefix) {
    return ask(
        reader,
        PastQuestion.at(new Asked.Exact(prefix), T.plusSeconds(30)).until(T.plusSeconds(600)));
  }

  /** Every byte of it, the ids too. */
  private static String everything(PastTold told) {
    return told.kept()
        + " "
        + told.first()
        + told.own().next()
        + told.circle().map(PastTold.Part::next)
        + told.shown().stream()
            .map(each -> each.id() + " " + facts(each))
            .collect(Collectors.joining("\n"));
  }

  private static String facts(Disclosure each) {
    return each.facts().stream()
        .map(fact -> fact.name() + "=" + fact.value())
        .collect(Collectors.joining("\n"));
  }

  private void scene() {
    tells(Stage.XS_ROUTER, 0, HOME, 64_500, 64_511, 64_512, 64_666);
    for (int i = 0; i < 3; i++) {
      tells(collector(i), 1 + i, HOME, 64_800 + i, 64_820, 64_512, 64_666);
    }
    tells(collector(1), 100, HOME, 64_801, 64_501);
  }

  @Test
  void a_member_sees_what_its_own_routers_saw_whole_and_of_any_prefix() {
    scene();
    tells(Stage.XS_ROUTER, 5, FOREIGN, 64_500, 64_777);
    PastTold told = ask(Stage.X, FOREIGN);
    assertThat(told.circle()).isEmpty();
    assertThat(told.own().prefixes()).hasSize(1);
    assertThat(told.own().prefixes().getFirst().fact(RouteFacts.START))
        .isEqualTo("2017-08-25T03:22:05Z\thad\tmember:carrier-x\tAS64500\t64500 64777");
    assertThat(told.own().head().orElseThrow().fact(RouteFacts.COUNT)).isEqualTo("1");
  }

  @Test
  void whoever_declares_a_prefix_sees_ends_of_paths_and_bands_of_the_circles_feeds() {
    scene();
    declares(Stage.VICTIM, HOME);
    PastTold told = ask(Stage.VICTIM, HOME);
    PastTold.Part part = told.circle().orElseThrow();
    assertThat(part.prefixes()).hasSize(1);
    Disclosure one = part.prefixes().getFirst();
    assertThat(one.fact(RouteFacts.VANTAGES)).isEqualTo("2-4");
    assertThat(one.fact(RouteFacts.SEEN)).isEqualTo("64666");
    assertThat(one.fact(RouteFacts.REST).lines())
        .containsExactly(
            "2017-08-25T03:22:30Z\t2-4\t64820 64512 64666",
            "2017-08-25T03:23:40Z\t1\t64501",
            "2017-08-25T03:23:40Z\t2-4\t64820 64512 64666");
    assertThat(everything(told))
        .doesNotContain("64800", "64801", "64802", "192.0.2.", "rrc06", "64511", "64500");
  }

  @Test
  void a_part_of_ones_own_may_be_asked_for_and_nothing_around_it() {
    scene();
    declares(Stage.VICTIM, HOME);
    assertThat(ask(Stage.VICTIM, Prefix.parse("198.51.100.128/25")).circle()).isPresent();
    assertThat(ask(Stage.VICTIM, Prefix.parse("198.51.0.0/16")).circle()).isEmpty();
    assertThat(ask(Stage.VICTIM, FOREIGN).circle()).isEmpty();
    assertThat(ask(Stage.BYSTANDER, HOME).circle()).isEmpty();
  }

  @Test
  void a_declaration_without_a_claim_opens_nothing_nor_a_claim_of_later() {
    scene();
    declares(Stage.BYSTANDER, HOME);
    assertThat(ask(Stage.BYSTANDER, HOME).circle()).isEmpty();
    declares(Stage.VICTIM, HOME);
    claimed = T.plusSeconds(45);
    assertThat(ask(Stage.VICTIM, HOME).circle()).isEmpty();
    claimed = T.plusSeconds(30);
    assertThat(ask(Stage.VICTIM, HOME).circle()).isPresent();
  }

  @Test
  void the_group_asks_the_circles_feeds_for_everything_and_others_routers_for_nothing() {
    scene();
    tells(Stage.XS_ROUTER, 5, FOREIGN, 64_500, 64_777);
    PastTold told = ask(Stage.GROUP, HOME);
    assertThat(told.circle().orElseThrow().prefixes()).hasSize(1);
    assertThat(ask(Stage.GROUP, FOREIGN).circle().orElseThrow().prefixes()).isEmpty();
    assertThat(everything(told)).doesNotContain("64800", "64500", "64511", "carrier-x");
  }

  @Test
  void where_nobody_signed_for_the_circles_feeds_they_say_nothing() {
    scene();
    declares(Stage.UNSIGNED, HOME);
    PastTold told = ask(Stage.UNSIGNED, HOME);
    assertThat(told.shown().stream().map(PastSightTest::facts))
        .allMatch(each -> !each.contains("64666"));
  }

  @Test
  void another_members_release_for_anomalies_opens_nothing_here() {
    scene();
    Release release =
        new Release(
            Stage.X.party(),
            Set.of(Category.C8, Category.CR, Category.C0),
            Purpose.NOTIFY_ROUTE_ANOMALY,
            Release.To.MEMBERS,
            Instant.parse("2017-01-01T00:00:00Z"),
            Instant.parse("2018-01-01T00:00:00Z"),
            "mail of 12:40");
    stage.further.add(release.basis("x-releases"));
    declares(Stage.VICTIM, HOME);
    assertThat(everything(ask(Stage.VICTIM, HOME))).doesNotContain("64500", "64511", "carrier-x");
  }

  /** Whoever asks around learns the same, whether another's router had any of it or not. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void another_members_router_changes_no_byte_whatever_is_asked(long seed) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    declares(Stage.VICTIM, HOME);
    List<Prefix> prefixes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      prefixes.add(Prefix.around(Address.ofV4(0xc633_6400 | random.nextInt(256)), 24 + i % 8));
    }
    List<Consumer<RouteSink>> without = new ArrayList<>();
    List<Consumer<RouteSink>> with = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean xs = random.nextInt(3) == 0;
      Vantage from = xs ? Stage.XS_ROUTER : collector(random.nextInt(5));
      words.clear();
      tells(from, i, prefixes.get(random.nextInt(20)), from.hashCode() & 0x7fff, 64_820, 64_666);
      with.addAll(words);
      if (!xs) {
        without.addAll(words);
      }
    }
    for (MemberId reader : List.of(Stage.VICTIM, Stage.GROUP, Stage.OFFICE, Stage.BYSTANDER)) {
      for (int i = 0; i < 60; i++) {
        Prefix prefix = i % 10 == 0 ? HOME : prefixes.get(random.nextInt(20));
        Asked asked =
            switch (i % 3) {
              case 0 -> new Asked.Inside(prefix);
              case 1 -> new Asked.Exact(prefix);
              default -> new Asked.Covering(prefix);
            };
        Instant at = T.plusSeconds(random.nextInt(450));
        PastQuestion question =
            PastQuestion.at(asked, at)
                .until(at.plus(Duration.ofSeconds(random.nextInt(200))))
                .behind(
                    random.nextBoolean() ? Optional.of(prefixes.getFirst()) : Optional.empty(),
                    1 + random.nextInt(8));
        words.clear();
        words.addAll(with);
        String one = everything(ask(reader, question));
        words.clear();
        words.addAll(without);
        assertThat(everything(ask(reader, question))).as(question.toString()).isEqualTo(one);
      }
    }
  }
}
