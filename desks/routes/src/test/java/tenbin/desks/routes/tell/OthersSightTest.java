package tenbin.desks.routes.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenbin.balance.Plan;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What somebody is told of an incident follows from what it may know alone: whoever else saw it,
 * whatever else it touched. Each was a leak that non-interference found.
 */
class OthersSightTest {
  private static final Vantage UNSIGNED =
      new Vantage("member:unsigned", new Asn(64_520), Address.parse("192.0.2.11"));
  private static final Prefix OTHERS = Prefix.parse("203.0.113.0/24");
  private static final Prefix HIDDEN = Prefix.parse("198.51.100.0/25");

  private final Stage stage = new Stage();

  /** A prefix from a second on, perhaps to another one. */
  private record One(Prefix prefix, Optional<MemberId> member, int from, int to) {
    Affected affected() {
      return new Affected(
          prefix,
          prefix,
          member,
          new Asn(64_501),
          new Asn(64_666),
          Stage.BEGAN.plusSeconds(from),
          to < 0 ? Optional.empty() : Optional.of(Stage.BEGAN.plusSeconds(to)),
          1,
          1,
          "");
    }
  }

  private static One of(MemberId member, Prefix prefix, int from, int to) {
    return new One(prefix, Optional.of(member), from, to);
  }

  private static PathSeen step(Vantage from, Prefix prefix, int seconds) {
    Instant at = Stage.BEGAN.plusSeconds(seconds);
    return new PathSeen(at, from, prefix, from.asn() + " 64511 64512 64666");
  }

  private void happened(List<One> all, List<PathSeen> steps, Tag... further) {
    int now = (int) all.stream().filter(each -> each.to < 0).count();
    List<Impact> impact =
        Stream.of(Stage.VICTIM, Stage.BYSTANDER)
            .map(member -> {
              List<One> its =
                  all.stream().filter(each -> each.member.equals(Optional.of(member))).toList();
              int still = (int) its.stream().filter(each -> each.to < 0).count();
              return new Impact(member, its.size(), still);
            })
            .filter(each -> each.prefixes() > 0)
            .toList();
    List<Tag> tags =
        Stream.concat(Stream.of(new Tag("vrp-invalid", 4, "origin AS64500")), Stream.of(further))
            .toList();
    Incident incident =
        new Incident(
            Stage.ID,
            new Cause(Kind.ROUTE_LEAK, new Asn(64_666), ""),
            State.ONGOING,
            steps.stream().map(PathSeen::at).min(Instant::compareTo).orElseThrow(),
            Stage.BEGAN.plusSeconds(999),
            Optional.empty(),
            all.size(),
            now,
            (int) steps.stream().map(PathSeen::from).distinct().count(),
            9,
            tags.stream().mapToInt(Tag::score).sum(),
            tags,
            impact,
            0,
            0);
    stage.book.stands(incident, all.stream().map(One::affected).toList());
    stage.book.seen(incident, steps);
  }

  /** All that a reader gets: the list's line, the page, the prefixes. */
  private String everything(MemberId reader) {
    Plan plan = stage.plan(reader);
    return stage.sight.list(plan).stream()
        .flatMap(each ->
            Stream.of(
                    each.parts().stream(),
                    stage.sight.one(plan, each.id()).orElseThrow().parts().stream(),
                    stage.sight.prefixes(plan, each, Optional.empty(), 99).stream())
                .flatMap(some -> some))
        .map(each -> each.id() + " " + each.facts())
        .collect(Collectors.joining("\n"));
  }

  private static String everything(MemberId reader, List<One> all, List<PathSeen> steps) {
    OthersSightTest test = new OthersSightTest();
    test.happened(all, steps);
    return test.everything(reader);
  }

  @Test
  void whether_somebody_who_lets_nothing_go_saw_it_too_changes_nothing() {
    List<One> open = List.of(of(Stage.VICTIM, Stage.PREFIX, 10, -1));
    List<One> more = List.of(open.getFirst(), of(Stage.VICTIM, HIDDEN, 2, -1));
    List<PathSeen> seen =
        List.of(step(Stage.XS_ROUTER, Stage.PREFIX, 10), step(Stage.COLLECTOR, Stage.PREFIX, 12));
    List<PathSeen> hidden =
        Stream.concat(
                seen.stream(),
                Stream.of(step(UNSIGNED, Stage.PREFIX, 4), step(UNSIGNED, HIDDEN, 2)))
            .toList();
    for (MemberId reader : List.of(Stage.VICTIM, Stage.GROUP, Stage.X)) {
      assertThat(everything(reader, more, hidden))
          .as(reader.text())
          .isNotEmpty()
          .isEqualTo(everything(reader, open, seen));
    }
  }

  @Test
  void what_befalls_others_changes_nothing_for_a_member_or_for_whose_router_it_was() {
    List<One> own = List.of(of(Stage.VICTIM, Stage.PREFIX, 10, 40));
    List<One> more = List.of(own.getFirst(), of(Stage.VICTIM, HIDDEN, 10, 40));
    List<One> others =
        List.of(own.getFirst(), more.getLast(), new One(OTHERS, Optional.empty(), 2, -1));
    List<PathSeen> seen =
        List.of(step(Stage.XS_ROUTER, Stage.PREFIX, 10), step(Stage.XS_ROUTER, HIDDEN, 10));
    List<PathSeen> elsewhere =
        List.of(seen.getFirst(), seen.getLast(), step(Stage.XS_ROUTER, OTHERS, 2));
    assertThat(everything(Stage.VICTIM, others, elsewhere))
        .isNotEmpty()
        .isEqualTo(everything(Stage.VICTIM, more, seen));
    List<PathSeen> anothers =
        List.of(seen.getFirst(), seen.getLast(), step(Stage.COLLECTOR, OTHERS, 2));
    assertThat(everything(Stage.X, others, anothers))
        .isNotEmpty()
        .isEqualTo(everything(Stage.X, more, seen));
  }

  @Test
  void what_the_watch_counted_over_everybody_is_counted_anew() {
    UUID mass = UUID.fromString("00000000-0000-8000-8000-000000000099");
    happened(
        List.of(of(Stage.VICTIM, Stage.PREFIX, 0, -1)),
        List.of(step(Stage.XS_ROUTER, Stage.PREFIX, 0)),
        new Tag(Tag.SOLE_WITNESS, -2, "1 of 9 vantage points"),
        new Tag(Tag.MANY_PREFIXES, 4, "400 prefixes of 12 networks"),
        new Tag(Tag.PART_OF, 0, mass.toString()));
    for (MemberId reader : List.of(Stage.VICTIM, Stage.GROUP)) {
      String told = everything(reader);
      assertThat(told).doesNotContain("of 9", "400", mass.toString(), Tag.SOLE_WITNESS);
      assertThat(told)
          .contains(
              Tag.PART_OF + "\t0\t" + stage.plan(reader).idOf(Asking.INCIDENT, mass.toString()));
      assertThat(stage.told(reader).orElseThrow().fact(RouteFacts.SCORE)).isEqualTo("4");
    }
  }

  @Test
  void what_registries_say_stays_whoever_s_router_it_was() {
    List<One> one = List.of(of(Stage.VICTIM, Stage.PREFIX, 0, -1));
    for (Vantage from : List.of(Stage.XS_ROUTER, Stage.COLLECTOR)) {
      OthersSightTest test = new OthersSightTest();
      test.happened(
          one,
          List.of(step(from, Stage.PREFIX, 0)),
          new Tag("valley", 4, "AS64500 to AS64510"),
          new Tag("peerlock", 6, "AS64666 behind AS64777"));
      assertThat(test.everything(Stage.VICTIM))
          .contains("vrp-invalid\t4\torigin AS64500", "AS64666 behind AS64777", "valley\t4\t\n");
    }
  }
}
