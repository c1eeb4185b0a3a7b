package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;

/** A small circle's day: noise that some members share by chance, and one campaign in it. */
final class CampaignTest {
  private static final Kind EXPLOIT = new Kind(Rsit.EXPLOIT, "cve-2024-0000", "");
  private static final int MEMBERS = 20;
  private static final int HOUR = 3_600;
  private static final int CAMPAIGN = 0x0b00_0000;

  /** What comes to the hub, before it has an order. */
  private record Event(int member, int address, int second, Kind kind, String url) {}

  /** Sources at one member each, and some that two members see within minutes. */
  private static List<Event> noise(SplittableRandom random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      int at = random.nextInt(24 * HOUR);
      int member = random.nextInt(MEMBERS);
      events.add(new Event(member, i, at, Scene.BRUTE_FORCE, ""));
      if (i % 50 == 0) {
        int other = (member + 1 + random.nextInt(MEMBERS - 1)) % MEMBERS;
        events.add(new Event(other, i, at + 300, Scene.BRUTE_FORCE, ""));
      }
    }
    return events;
  }

  /** Three events at each of the members, two hours from wave to wave. */
  private static List<Event> campaign(String url, int... members) {
    List<Event> events = new ArrayList<>();
    for (int wave = 0; wave < 3; wave++) {
      for (int i = 0; i < members.length; i++) {
        int at = (10 + 2 * wave) * HOUR + i * 400;
        events.add(new Event(members[i], CAMPAIGN + wave, at, EXPLOIT, url));
      }
    }
    return events;
  }

  private static List<Finding> found(List<Event> events, Attribution attribution) {
    Scene scene = new Scene();
    ShardedCorrelator correlator = new ShardedCorrelator();
    List<Finding> found = new ArrayList<>();
    events.stream()
        .sorted(Comparator.comparingInt(Event::second))
        .forEach(event -> {
          Sighted plain =
              scene.sighted(
                  event.member,
                  Scene.honeypotHit(event.address, event.second, event.kind, event.url),
                  event.second);
          boolean planted = event.address >= CAMPAIGN;
          correlator.take(planted ? attributed(plain, attribution) : plain);
          found.addAll(correlator.drain());
        });
    return found;
  }

  private static Sighted attributed(Sighted plain, Attribution attribution) {
    return new Sighted(
        plain.position(),
        plain.witness(),
        plain.identity(),
        plain.seen(),
        attribution,
        plain.receivedAt());
  }

  private static Set<String> members(Finding finding) {
    return finding.members().stream().map(Object::toString).collect(Collectors.toSet());
  }

  @Test
  void a_campaign_of_three_events_at_each_of_two_members_is_found() {
    for (long seed = 1; seed <= 5; seed++) {
      List<Event> day = noise(new SplittableRandom(seed));
      day.addAll(campaign("http://drop.example/x", 4, 13));
      List<Finding> found = found(day, Attribution.NOT_COVERED);
      assertThat(found).as("seed %d", seed).isNotEmpty();
      assertThat(found).allMatch(each -> members(each).equals(Set.of("member-4", "member-13")));
      assertThat(found.stream().map(Finding::id).distinct()).hasSize(1);
      Finding last = found.getLast();
      assertThat(last.values()).contains("http://drop.example/x", "11.0.0.0", "11.0.0.2");
      assertThat(last.kind()).isEqualTo(EXPLOIT);
      assertThat(last.from()).isEqualTo(Instant.parse("2026-03-24T10:00:00Z"));
    }
  }

  @Test
  void coincidence_is_not_found() {
    for (long seed = 1; seed <= 10; seed++) {
      List<Event> day = noise(new SplittableRandom(seed));
      assertThat(found(day, Attribution.NOT_COVERED)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void one_source_with_its_own_url_at_two_members_is_one_coincidence_not_two() {
    List<Event> day = noise(new SplittableRandom(1));
    day.add(new Event(4, CAMPAIGN, 10 * HOUR, EXPLOIT, "http://drop.example/x"));
    day.add(new Event(13, CAMPAIGN, 10 * HOUR + 400, EXPLOIT, "http://drop.example/x"));
    assertThat(found(day, Attribution.NOT_COVERED)).isEmpty();
  }

  @Test
  void an_address_that_a_member_answers_for_joins_and_is_not_listed() {
    List<Event> day = noise(new SplittableRandom(2));
    day.addAll(campaign("http://drop.example/x", 4, 13));
    Attribution ofMember =
        new Attribution(
            new Responsible.OfMember(Scene.member(7)), new Evidence.None("made up here"));
    Finding last = found(day, ofMember).getLast();
    assertThat(last.values()).containsExactly("http://drop.example/x");
  }

  @Test
  void the_same_day_gives_the_same_findings_and_ids() {
    List<Event> day = noise(new SplittableRandom(3));
    day.addAll(campaign("http://drop.example/x", 4, 13, 17));
    List<Finding> once = found(day, Attribution.NOT_COVERED);
    assertThat(once).isNotEmpty();
    assertThat(found(day, Attribution.NOT_COVERED)).isEqualTo(once);
  }
}
