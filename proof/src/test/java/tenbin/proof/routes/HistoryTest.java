package tenbin.proof.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.watch.Pace;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.proof.generator.routes.HistoryIncident;
import tenbin.proof.generator.routes.Size;
import tenbin.proof.generator.routes.Truth;

/** Six incidents whose facts were published: each is one incident, right, soon, and alone. */
class HistoryTest {
  private static final Duration FIRST_NOTICE = Duration.ofSeconds(60);

  /** A route needs so long to the farthest router of a made world. */
  private static final Duration FIRST_ROUTE = Duration.ofSeconds(20);

  /** Of the leak of 2017: more than so many parts of one member's blocks, as was published. */
  private static final int PARTS_OF_OCN = 25_000;

  private static final long[] SEEDS = {1, 2, 3};

  @ParameterizedTest
  @EnumSource(HistoryIncident.class)
  void a_fiftieth_of_it_is_found_as_what_it_was(HistoryIncident incident) throws IOException {
    for (long seed : SEEDS) {
      found(incident, Size.SMALL, seed);
    }
  }

  @ParameterizedTest
  @EnumSource(HistoryIncident.class)
  @Tag("nightly")
  void all_of_it_is_found_as_what_it_was(HistoryIncident incident) throws IOException {
    for (long seed : SEEDS) {
      Replayed replayed = found(incident, Size.FULL, seed);
      Duration told = first(replayed, replayed.found().getFirst());
      assertThat(told).as("told after the first route").isLessThanOrEqualTo(FIRST_NOTICE);
      assertThat(replayed.caught().told()).hasSameSizeAs(replayed.told());
      if (incident == HistoryIncident.GOOGLE_2017) {
        Incident leak = replayed.found().getFirst();
        assertThat(impact(leak).get("as4713")).isGreaterThan(PARTS_OF_OCN);
      }
    }
  }

  private static Replayed found(HistoryIncident incident, Size size, long seed) throws IOException {
    Replayed replayed = Replayed.of(incident, size, seed);
    System.out.println(line(incident, seed, replayed));
    assertThat(replayed.truth().kind()).isEqualTo(kind(incident));
    assertThat(replayed.found()).as("%s, seed %d", incident, seed).hasSize(1);
    Incident found = replayed.found().getFirst();
    whole(replayed, found);
    members(replayed, found);
    soon(replayed, found);
    few(replayed, found);
    alone(replayed, found);
    return replayed;
  }

  /**
   * What the vocabulary of ARTEMIS calls it (IEEE/ACM ToN 2018), by prefix and by the first AS from
   * the origin on that is not as it should be.
   */
  private static Kind kind(HistoryIncident incident) {
    return switch (incident) {
      // S|0: a part of the holder's /22 with another origin. What its path was says nothing more,
      // and the holder's own /24 and /25s afterwards are its answer.
      case YOUTUBE_2008 -> Kind.SUBPREFIX_HIJACK;
      // E|0 two thousand times: others' prefixes as they stand in the table, with one new origin.
      case AIRTEL_2015 -> Kind.MASS_HIJACK;
      // L: origins stay who they were, and one AS hands on what it should not; mostly parts (S).
      // Whoever passes it on to others is no second incident, nor are networks of exchanges in it.
      case GOOGLE_2017 -> Kind.MASS_LEAK;
      // S|0: five /24 of four /23 with another origin, at the customers of one network alone.
      case ROUTE53_2018 -> Kind.SUBPREFIX_HIJACK;
      // L: parts that an optimiser made, with their true origin at the end of the path; who
      // handed them from one provider to the other is as guilty as who made them.
      case OPTIMIZER_2019 -> Kind.MASS_LEAK;
      // S|0, not S|1: the link of AS6461 is forged, but the origin itself is already another.
      case KLAYSWAP_2022 -> Kind.SUBPREFIX_HIJACK;
    };
  }

  /** Every prefix of the truth is in it and no other, and how many they are is what it says. */
  private static void whole(Replayed replayed, Incident found) {
    Set<Prefix> truth = Set.copyOf(replayed.truth().all());
    Map<Prefix, Affected> affected = replayed.caught().affected(found);
    assertThat(affected.keySet()).isEqualTo(truth);
    assertThat(found.prefixes()).isEqualTo(truth.size());
    assertThat(found.now()).isZero();
    assertThat(affected.values()).allMatch(each -> each.end().isPresent());
    assertThat(found.begin())
        .isBetween(replayed.truth().begin(), replayed.truth().begin().plus(FIRST_ROUTE));
  }

  /** What each member is told of itself: its own prefixes, and nobody else any. */
  private static void members(Replayed replayed, Incident found) {
    Map<String, Integer> expected = new HashMap<>();
    int others = 0;
    for (Map.Entry<Long, ? extends Set<Prefix>> each : replayed.truth().prefixes().entrySet()) {
      String member = member(replayed, each.getKey());
      if (member.isEmpty()) {
        others += each.getValue().size();
      } else {
        expected.put(member, each.getValue().size());
      }
    }
    assertThat(impact(found)).isEqualTo(expected);
    assertThat(found.others()).isEqualTo(others);
    replayed.caught().affected(found).values().stream()
        .filter(each -> each.member().isPresent())
        .forEach(
            each -> assertThat(each.of().overlaps(each.prefix())).as(each.toString()).isTrue());
  }

  private static String member(Replayed replayed, long asn) {
    return replayed.history().declarations().stream()
        .filter(each -> each.asns().contains(new Asn(asn)))
        .map(Declaration::member)
        .map(Object::toString)
        .findFirst()
        .orElse("");
  }

  private static Map<String, Integer> impact(Incident incident) {
    Map<String, Integer> impact = new HashMap<>();
    for (Impact each : incident.impact()) {
      impact.put(each.member().toString(), each.prefixes());
    }
    return impact;
  }

  /** A mass thinned to a fiftieth takes longer to be one: its time counts from then. */
  private static void soon(Replayed replayed, Incident found) {
    List<Instant> begins =
        replayed.caught().affected(found).values().stream().map(Affected::begin).sorted().toList();
    int enough = Math.min(begins.size(), Pace.USUAL.massPrefixes()) - 1;
    Instant told = replayed.caught().times(found).getFirst();
    assertThat(Duration.between(begins.get(enough), told)).isBetween(Duration.ZERO, FIRST_NOTICE);
  }

  /** It began, it doubled and then not twice within a minute, it ended: nothing else is told. */
  private static void few(Replayed replayed, Incident found) {
    List<Notice> notices = replayed.caught().notices(found);
    List<Instant> times = replayed.caught().times(found);
    assertThat(notices.getFirst().what()).isEqualTo(Notice.What.BEGAN);
    assertThat(notices.getLast().what()).isEqualTo(Notice.What.ENDED);
    assertThat(found.state()).isEqualTo(State.WITHDRAWN);
    assertThat(times.getLast()).isAfter(replayed.truth().end());
    for (int i = 1; i < notices.size() - 1; i++) {
      assertThat(notices.get(i).what()).isEqualTo(Notice.What.GREW);
      assertThat(Duration.between(times.get(i - 1), times.get(i)))
          .isGreaterThanOrEqualTo(Pace.USUAL.between());
    }
    assertThat(notices.size()).isLessThanOrEqualTo(2 + doublings(notices.getFirst(), found));
  }

  private static int doublings(Notice first, Incident found) {
    int times = found.prefixes() / first.incident().prefixes();
    return 31 - Integer.numberOfLeadingZeros(Math.max(1, times));
  }

  /** Nothing else is told, but what is true besides. */
  private static void alone(Replayed replayed, Incident found) {
    List<Incident> wrong = new ArrayList<>(replayed.told());
    wrong.remove(found);
    wrong.removeIf(each -> isInvalid(replayed, each));
    assertThat(wrong).isEmpty();
    // What was told before it was a mass has to be part of it now, and of the same culprit.
    Set<UUID> before = new HashSet<>(replayed.caught().told());
    replayed.told().forEach(each -> before.remove(each.id()));
    List<Incident> parts =
        replayed.caught().parts(found).stream().filter(each -> before.contains(each.id())).toList();
    assertThat(parts).hasSize(before.size()).hasSizeLessThanOrEqualTo(1 + found.impact().size());
    Set<Long> blamed = new HashSet<>(replayed.truth().accused());
    // A part with the true origin, longer than its ROA allows, looks as if its holder did it.
    blamed.addAll(replayed.truth().victims());
    assertThat(parts).allMatch(each -> blamed.contains(each.cause().by().number()));
  }

  /**
   * A member's own part, harmless to others, but longer than its ROA allows: who validates drops
   * it, and the member is told so.
   */
  private static boolean isInvalid(Replayed replayed, Incident incident) {
    Set<Prefix> own = new HashSet<>();
    replayed.history().benign().stream()
        .filter(each -> each.what().equals("own-more-specific"))
        .filter(each -> each.asn() == incident.cause().by().number())
        .forEach(each -> own.add(each.prefix()));
    return incident.cause().kind() == Kind.RPKI_INVALID
        && own.containsAll(replayed.caught().affected(incident).keySet())
        && incident.evidence().getFirst().detail().equals("longer than the ROA allows");
  }

  private static Duration first(Replayed replayed, Incident found) {
    return Duration.between(replayed.truth().begin(), replayed.caught().times(found).getFirst());
  }

  private static String line(HistoryIncident incident, long seed, Replayed replayed) {
    Truth truth = replayed.truth();
    StringBuilder line = new StringBuilder();
    line.append("%s seed %d: %d prefixes".formatted(incident.text(), seed, truth.size()));
    for (Incident each : replayed.found()) {
      line.append(", %s by AS%s".formatted(each.cause().kind().text(), each.cause().by()));
      line.append(", %d found".formatted(each.prefixes()));
      line.append(", told after %.1f s".formatted(first(replayed, each).toMillis() / 1_000.0));
      line.append(", %d notices".formatted(replayed.caught().notices(each).size()));
    }
    return line.append(", told in all %d".formatted(replayed.told().size())).toString();
  }
}
