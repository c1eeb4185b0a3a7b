package tenbin.proof.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.correlate.Finding;

/**
 * A circle of 121 members and one case that concerns all of them, with 5,000 comments, the versions
 * of a dozen papers and countermeasures that half of them adopted. The figures are those of VINCE
 * issue 140, in which such a case took ten seconds a page. A third of the members let their names
 * be known.
 */
final class LargeCase {
  static final int MEMBERS = 121;
  static final int COMMENTS = 5_000;
  static final String ID = "large";
  private static final int VERSIONS = 120;
  private static final int MEASURES = 12;
  private static final int NAMED = 3;

  private final RandomGenerator random;
  private final Instant begin;

  LargeCase(RandomGenerator random, Instant now) {
    this.random = random;
    this.begin = now.minus(Duration.ofDays(10));
  }

  static MemberId member(int number) {
    return new MemberId("member" + number);
  }

  /** Every comment says which one it is, so that a page tells whether it is the right one. */
  static String text(int number) {
    return "comment number " + number + ", of the attack and what we did about it";
  }

  /** The circle file. */
  static String circle() {
    StringBuilder yaml =
        new StringBuilder("circle: Large\nzone: Asia/Tokyo\nunmarked: TLP:AMBER\nmembers:\n");
    for (int i = 0; i < MEMBERS; i++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "  - {id: %s, name: Operator of place %d, name-ja: 第%d通信, class: committee,"
                  + " carrier: yes, joined: 2022-04-01}%n",
              member(i),
              i,
              i));
    }
    String all = ids(1);
    yaml.append("agreements:\n");
    agreement(yaml, "membership", "P1, P11, P14", "C0, C1, C2, CD", all);
    agreement(yaml, "names", "P11", "C5, C7", ids(NAMED));
    return yaml.toString();
  }

  private static String ids(int each) {
    return IntStream.range(0, MEMBERS)
        .filter(number -> number % each == 0)
        .mapToObj(number -> member(number).text())
        .collect(Collectors.joining(", "));
  }

  private static void agreement(
      StringBuilder yaml, String id, String purposes, String categories, String signed) {
    yaml.append("  - {id: ").append(id).append(", title: ").append(id);
    yaml.append(", date: 2026-01-01, purposes: [").append(purposes);
    yaml.append("], categories: [").append(categories).append("], signed-by: [").append(signed);
    yaml.append("], evidence: made for this bench}\n");
  }

  /** Lays it into a hub's database. */
  void fill(DataSource database) {
    Set<MemberId> all =
        IntStream.range(0, MEMBERS).mapToObj(LargeCase::member).collect(Collectors.toSet());
    CaseBook cases = CaseBook.in(database);
    cases.put(finding(ID, all, begin), terms(begin), begin);
    Instant before = begin.minus(Duration.ofDays(60));
    cases.put(finding("before", new HashSet<>(all), before), terms(before), before);
    EntryBook entries = EntryBook.in(database);
    for (int i = 0; i < COMMENTS; i++) {
      entries.add(entry(Entry.Kind.COMMENT, i, "", Optional.empty(), text(i)));
    }
    papers(entries);
    measures(entries, ID);
    measures(entries, "before");
  }

  private static Finding finding(String id, Set<MemberId> members, Instant at) {
    return new Finding(
        id,
        "campaign",
        new Kind(Rsit.INFECTED_SYSTEM, "sinkhole", "mirai"),
        members,
        List.of("203.0.113.9", "203.0.113.10"),
        at.minusSeconds(7_200),
        at,
        9_000,
        9,
        "made for this bench");
  }

  private static CaseTerms terms(Instant at) {
    return new CaseTerms(Deadline.at(at.plus(Duration.ofDays(14)), ZoneOffset.UTC), Tlp.AMBER);
  }

  private Entry entry(
      Entry.Kind kind, int place, String about, Optional<UUID> parent, String text) {
    int author = random.nextInt(MEMBERS);
    return new Entry(
        new UUID(random.nextLong(), random.nextLong()),
        ID,
        kind,
        Entry.Reach.CIRCLE,
        new Entry.Author(
            member(author), "person:p" + author, begin.plus(Duration.ofMinutes(place))),
        about,
        parent,
        text);
  }

  private void papers(EntryBook entries) {
    Optional<UUID> last = Optional.empty();
    for (int i = 0; i < VERSIONS; i++) {
      String technique = "T" + (1_560 + i / 10);
      Optional<UUID> parent = i % 10 == 0 ? Optional.empty() : last;
      Entry version = entry(Entry.Kind.METHOD, i, technique, parent, "version " + i % 10);
      entries.add(version);
      last = Optional.of(version.id());
    }
  }

  private void measures(EntryBook entries, String caseId) {
    for (int i = 0; i < MEASURES; i++) {
      Entry measure = within(caseId, entry(Entry.Kind.MEASURE, i, "M1037", Optional.empty(), "do"));
      entries.add(measure);
      for (int member = 0; member < MEMBERS; member += 2) {
        String said = "done all " + LocalDate.ofInstant(begin, ZoneOffset.UTC);
        String about = measure.id().toString();
        Entry adoption = entry(Entry.Kind.ADOPTION, i, about, Optional.empty(), said);
        entries.add(within(caseId, adoption));
      }
    }
  }

  private static Entry within(String caseId, Entry entry) {
    return new Entry(
        entry.id(),
        caseId,
        entry.kind(),
        entry.reach(),
        entry.author(),
        entry.about(),
        entry.parent(),
        entry.text());
  }
}
