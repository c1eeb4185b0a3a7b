package tenbin.spine.group.election;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.balance.Balance;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.member.WorkingGroup.Observers;
import tenbin.nouns.report.Digest;
import tenbin.nouns.time.Validity;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.Groups;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.SeatBook;
import tenbin.spine.group.role.Seats;

/** Elections over either books: from the nomination to the role, and what nobody learns. */
abstract class ElectionsTest {
  private static final MemberId OFFICE = new MemberId("office");

  /** Six operators that take part, each with one participant of its own name. */
  private static final List<MemberId> ALL =
      List.of("aoba", "bizen", "chikuma", "dewa", "echigo", "fuji").stream()
          .map(MemberId::new)
          .toList();

  private static final Caller SECRETARIAT = caller(OFFICE, Caller.Kind.ADMINISTRATOR);

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final Map<String, Instant> gone = new HashMap<>();

  /** Empty books. */
  abstract ElectionBook book();

  abstract BallotBook ballots();

  private final Groups groups = new Groups(GroupBook.inMemory(), this::circle, clock);
  private final Seats seats =
      new Seats(
          SeatBook.inMemory(),
          seat -> Optional.ofNullable(gone.get(seat.holder().person())),
          this::circle,
          clock);
  private final BallotBook boxes = ballots();
  private final Elections elections =
      new Elections(book(), new Ballots(boxes, id -> key("k" + id)), seats);
  private final ElectionSight sight = new ElectionSight(elections, seats, groups.readers());
  private final Map<MemberId, UUID> participants = new HashMap<>();
  private final UUID election = UUID.randomUUID();

  private Circle circle() {
    List<Member> members = new ArrayList<>();
    Set<MemberId> everybody = new HashSet<>(ALL);
    everybody.add(OFFICE);
    for (MemberId id : everybody) {
      MemberClass kind = id.equals(OFFICE) ? MemberClass.SECRETARIAT : MemberClass.COMMITTEE;
      members.add(
          new Member(id, id.text(), id.text(), kind, true, Validity.ALWAYS, List.of(), List.of()));
    }
    WorkingGroup dns =
        new WorkingGroup(
            "dns",
            "DNS",
            "DNS部会",
            "Names",
            new HashSet<>(ALL),
            Period.ofDays(30),
            Observers.NOTHING);
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership",
            EnumSet.of(Purpose.RUN_THE_CIRCLE),
            EnumSet.of(Category.C0, Category.CD),
            everybody,
            Validity.ALWAYS,
            "binder");
    return new Circle("Test", "v1", members, List.of(dns), List.of(agreement), Tlp.AMBER);
  }

  private static Caller caller(MemberId member, Caller.Kind kind) {
    return new Caller(new GroupLine.By(member, "person:" + member), kind);
  }

  private static byte[] key(String text) {
    return HexFormat.of().parseHex(Digest.of(text.getBytes(UTF_8)).hex());
  }

  private static Caller person(String member) {
    return caller(new MemberId(member), Caller.Kind.PERSON);
  }

  private Gathering group() {
    return groups.find(ALL.getFirst(), "dns").orElseThrow();
  }

  private Plan plan(MemberId member) {
    Request request = new Request(member, Purpose.RUN_THE_CIRCLE, Outlet.PAGE, clock.instant());
    byte[] key = ("the key of only " + member + " and more").getBytes(UTF_8);
    return new Balance(Policy.of(circle())).plan(request, new RecipientKey(key));
  }

  private void everybodyTakesPart() {
    for (MemberId each : ALL) {
      UUID id = UUID.randomUUID();
      Seat.Holder holder = new Seat.Holder(each, "person:" + each, each.text());
      seats.name(caller(each, Caller.Kind.ADMINISTRATOR), group(), id, holder, Optional.empty());
      participants.put(each, id);
    }
  }

  private Elections.Wanted wanted(UUID id, int quorum) {
    Instant now = clock.instant();
    Election.Schedule days =
        new Election.Schedule(now.plus(Duration.ofDays(5)), now.plus(Duration.ofDays(9)));
    Validity term = new Validity(now.plus(Duration.ofDays(9)), now.plus(Duration.ofDays(400)));
    return new Elections.Wanted(id, GroupRole.CHAIR, days, term, quorum);
  }

  private UUID seatOf(String member) {
    return Optional.ofNullable(participants.get(new MemberId(member))).orElseThrow();
  }

  /** Opened, with these standing, and five days later. */
  private void running(int quorum, String... candidates) {
    everybodyTakesPart();
    assertThat(elections.open(SECRETARIAT, group(), wanted(election, quorum)))
        .isEqualTo(Elections.Outcome.DONE);
    for (String each : candidates) {
      UUID seat = seatOf(each);
      assertThat(elections.candidacies().nominate(person(each), group(), election, seat))
          .isEqualTo(Elections.Outcome.DONE);
    }
    clock.pass(Duration.ofDays(5));
  }

  private Optional<UUID> candidate(UUID of, String name) {
    Optional<UUID> seat = Optional.ofNullable(participants.get(new MemberId(name)));
    return elections.of(group()).stream()
        .filter(each -> each.id().equals(of))
        .flatMap(each -> elections.candidates(each).stream())
        .filter(each -> seat.filter(each.seat()::equals).isPresent())
        .map(Candidate::id)
        .findFirst();
  }

  private Elections.Outcome vote(String voter, String choice) {
    return elections.voting().vote(person(voter), group(), election, candidate(election, choice));
  }

  private Election after(Duration time) {
    clock.pass(time);
    return elections.of(group()).stream()
        .filter(each -> each.id().equals(election))
        .findFirst()
        .orElseThrow();
  }

  private Election.Result over() {
    return after(Duration.ofDays(4)).result().orElseThrow();
  }

  private Optional<String> chair() {
    return seats.of(group()).stream()
        .filter(each -> each.role() == GroupRole.CHAIR && each.holdsAt(clock.instant()))
        .map(each -> each.holder().name())
        .findFirst();
  }

  @Test
  void whoever_has_the_most_votes_holds_the_role_for_its_term_by_itself() {
    running(3, "aoba", "bizen");
    for (String voter : List.of("aoba", "chikuma", "dewa")) {
      assertThat(vote(voter, "aoba")).isEqualTo(Elections.Outcome.DONE);
    }
    assertThat(vote("bizen", "bizen")).isEqualTo(Elections.Outcome.DONE);
    assertThat(vote("echigo", "nobody")).as("none of these").isEqualTo(Elections.Outcome.DONE);
    assertThat(chair()).isEmpty();
    Election.Result result = over();
    assertThat(result.outcome()).isEqualTo(Election.Outcome.ELECTED);
    assertThat(result.cast()).isEqualTo(5);
    assertThat(result.counts())
        .containsEntry(candidate(election, "aoba").orElseThrow(), 3)
        .containsEntry(candidate(election, "bizen").orElseThrow(), 1)
        .containsEntry(Tally.NONE, 1);
    assertThat(chair()).contains("aoba");
    Seat seat =
        seats.of(group()).stream()
            .filter(each -> each.role() == GroupRole.CHAIR)
            .findFirst()
            .orElseThrow();
    assertThat(seat.given().right()).isEqualTo(Seat.Right.ELECTION);
    after(Duration.ofDays(391));
    assertThat(chair()).as("its term is over").isEmpty();
  }

  @Test
  void a_member_votes_once_whoever_of_it_does_and_a_stranger_and_a_program_never() {
    running(3, "aoba");
    assertThat(vote("bizen", "aoba")).isEqualTo(Elections.Outcome.DONE);
    assertThat(vote("bizen", "nobody")).isEqualTo(Elections.Outcome.VOTED);
    Caller boss =
        new Caller(
            new GroupLine.By(new MemberId("bizen"), "person:boss"), Caller.Kind.ADMINISTRATOR);
    assertThat(elections.voting().vote(boss, group(), election, Optional.empty()))
        .isEqualTo(Elections.Outcome.VOTED);
    Caller colleague =
        new Caller(new GroupLine.By(new MemberId("dewa"), "person:new"), Caller.Kind.PERSON);
    assertThat(elections.voting().vote(colleague, group(), election, Optional.empty()))
        .as("not named by its member")
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    assertThat(
            elections
                .voting()
                .vote(
                    caller(new MemberId("dewa"), Caller.Kind.PROGRAM),
                    group(),
                    election,
                    Optional.empty()))
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    assertThat(elections.voting().vote(SECRETARIAT, group(), election, Optional.empty()))
        .as("runs the circle, takes no part")
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    assertThat(
            elections
                .voting()
                .vote(person("dewa"), group(), election, Optional.of(UUID.randomUUID())))
        .as("no candidate")
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    after(Duration.ofDays(4));
    assertThat(vote("dewa", "aoba")).isEqualTo(Elections.Outcome.NOT_NOW);
  }

  @Test
  void below_three_votes_nothing_is_told_below_five_no_count_and_then_who_voted_is_forgotten() {
    running(3, "aoba", "bizen");
    vote("aoba", "aoba");
    vote("bizen", "aoba");
    assertThat(told("chikuma").fact(ElectionSight.CAST)).as("while is voted").isEmpty();
    assertThat(told("aoba").fact(ElectionSight.VOTED)).isEqualTo("yes");
    assertThat(told("chikuma").fact(ElectionSight.VOTED)).isEqualTo("no");
    Election.Result two = over();
    assertThat(two).isEqualTo(Tally.bare(Election.Outcome.TOO_FEW, 0));
    assertThat(told("aoba").fact(ElectionSight.CAST)).isEmpty();
    assertThat(boxes.box(election)).isEmpty();
    assertThat(boxes.hasVoted(election, new MemberId("aoba"))).isFalse();
    assertThat(chair()).isEmpty();
  }

  private Disclosure told(String member) {
    return sight.of(plan(new MemberId(member)), group(), person(member)).getFirst().told();
  }

  @Test
  void of_four_votes_the_elected_is_told_and_no_count() {
    running(3, "aoba", "bizen");
    List.of("aoba", "bizen", "chikuma").forEach(each -> vote(each, "aoba"));
    vote("dewa", "bizen");
    Election.Result four = over();
    assertThat(four.outcome()).isEqualTo(Election.Outcome.ELECTED);
    assertThat(four.counts()).isEmpty();
    assertThat(chair()).contains("aoba");
    assertThat(told("dewa").fact(ElectionSight.VOTES)).isEmpty();
  }

  @Test
  void without_its_quorum_and_with_none_of_these_ahead_nobody_is_elected() {
    running(5, "aoba");
    List.of("aoba", "bizen", "chikuma", "dewa").forEach(each -> vote(each, "aoba"));
    assertThat(over().outcome()).isEqualTo(Election.Outcome.NO_QUORUM);
    assertThat(chair()).isEmpty();
  }

  @Test
  void none_of_these_beats_a_candidate_that_has_no_more_than_it() {
    running(3, "aoba");
    List.of("aoba", "bizen").forEach(each -> vote(each, "aoba"));
    List.of("chikuma", "dewa").forEach(each -> vote(each, "nobody"));
    assertThat(over().outcome()).isEqualTo(Election.Outcome.NOBODY);
    assertThat(chair()).isEmpty();
  }

  @Test
  void a_tie_goes_into_one_second_ballot_between_those_who_had_the_most() {
    running(3, "aoba", "bizen", "chikuma");
    vote("aoba", "aoba");
    vote("dewa", "aoba");
    vote("bizen", "bizen");
    vote("echigo", "bizen");
    vote("chikuma", "chikuma");
    assertThat(over().outcome()).isEqualTo(Election.Outcome.TIE);
    assertThat(chair()).isEmpty();
    UUID second = UUID.randomUUID();
    Instant end = clock.instant().plus(Duration.ofDays(3));
    assertThat(elections.second(person("aoba"), group(), second, election, end))
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    assertThat(elections.second(SECRETARIAT, group(), second, election, end))
        .isEqualTo(Elections.Outcome.DONE);
    assertThat(elections.second(SECRETARIAT, group(), UUID.randomUUID(), election, end))
        .as("once")
        .isEqualTo(Elections.Outcome.NOT_NOW);
    assertThat(candidate(second, "chikuma")).isEmpty();
    for (String voter : List.of("aoba", "dewa", "chikuma")) {
      elections.voting().vote(person(voter), group(), second, candidate(second, "aoba"));
    }
    clock.pass(Duration.ofDays(3));
    elections.of(group());
    assertThat(chair()).contains("aoba");
  }

  @Test
  void who_is_nominated_by_another_stands_only_when_it_says_so_itself() {
    everybodyTakesPart();
    elections.open(SECRETARIAT, group(), wanted(election, 3));
    UUID bizen = seatOf("bizen");
    elections.candidacies().nominate(person("aoba"), group(), election, bizen);
    UUID candidate = candidate(election, "bizen").orElseThrow();
    assertThat(names("chikuma")).as("asked only").isEmpty();
    assertThat(names("bizen")).containsExactly("bizen nominated");
    assertThat(
            elections
                .candidacies()
                .answer(person("aoba"), group(), election, candidate, Candidate.State.STANDS))
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    elections
        .candidacies()
        .answer(person("bizen"), group(), election, candidate, Candidate.State.STANDS);
    assertThat(names("chikuma")).containsExactly("bizen stands");
    elections
        .candidacies()
        .answer(person("bizen"), group(), election, candidate, Candidate.State.DECLINED);
    assertThat(names("chikuma")).isEmpty();
    elections.candidacies().nominate(person("bizen"), group(), election, bizen);
    assertThat(names("chikuma")).as("wants to after all").containsExactly("bizen stands");
    clock.pass(Duration.ofDays(5));
    assertThat(
            elections
                .candidacies()
                .answer(person("bizen"), group(), election, candidate, Candidate.State.DECLINED))
        .as("votes for it may have been cast")
        .isEqualTo(Elections.Outcome.NOT_NOW);
  }

  private List<String> names(String member) {
    return sight
        .of(plan(new MemberId(member)), group(), person(member))
        .getFirst()
        .candidates()
        .stream()
        .map(each -> each.fact(ElectionSight.NAME) + " " + each.fact(ElectionSight.STATE))
        .toList();
  }

  @Test
  void a_mistaken_election_is_withdrawn_before_voting_and_not_after() {
    everybodyTakesPart();
    elections.open(SECRETARIAT, group(), wanted(election, 3));
    assertThat(elections.open(SECRETARIAT, group(), wanted(UUID.randomUUID(), 3)))
        .as("one of a role at a time")
        .isEqualTo(Elections.Outcome.NOT_NOW);
    assertThat(elections.withdraw(person("aoba"), group(), election))
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    assertThat(elections.withdraw(SECRETARIAT, group(), election))
        .isEqualTo(Elections.Outcome.DONE);
    UUID other = UUID.randomUUID();
    elections.open(SECRETARIAT, group(), wanted(other, 3));
    elections.candidacies().nominate(person("aoba"), group(), other, seatOf("aoba"));
    clock.pass(Duration.ofDays(5));
    assertThat(elections.withdraw(SECRETARIAT, group(), other))
        .isEqualTo(Elections.Outcome.NOT_NOW);
  }

  @Test
  void without_a_candidate_it_is_over_when_nominating_is() {
    running(3);
    Election.Result result = after(Duration.ZERO).result().orElseThrow();
    assertThat(result.outcome()).isEqualTo(Election.Outcome.NO_CANDIDATE);
  }

  @Test
  void who_left_between_the_vote_and_its_end_is_not_installed() {
    running(3, "aoba");
    List.of("aoba", "bizen", "chikuma").forEach(each -> vote(each, "aoba"));
    gone.put("person:aoba", clock.instant());
    assertThat(over().outcome()).isEqualTo(Election.Outcome.GONE);
    assertThat(chair()).isEmpty();
  }

  @Test
  void the_box_has_one_length_and_never_the_same_bytes_and_opens_under_its_own_key_alone() {
    running(3, "aoba", "bizen");
    Set<Integer> lengths = new HashSet<>();
    Set<String> seen = new HashSet<>();
    for (MemberId each : ALL) {
      elections
          .voting()
          .vote(caller(each, Caller.Kind.PERSON), group(), election, candidate(election, "aoba"));
      byte[] box = boxes.box(election).orElseThrow();
      lengths.add(box.length);
      seen.add(Digest.of(box).hex());
    }
    assertThat(lengths).hasSize(1);
    assertThat(seen).hasSize(ALL.size());
    Ballots others = new Ballots(boxes, id -> key("another hub"));
    Election it = elections.of(group()).getFirst();
    assertThatThrownBy(() -> others.count(it, elections.standing(it)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_is_no_election_is_refused() {
    everybodyTakesPart();
    Instant now = clock.instant();
    Elections.Wanted good = wanted(election, 3);
    List<Elections.Wanted> wrong =
        List.of(
            new Elections.Wanted(election, GroupRole.PARTICIPANT, good.schedule(), good.term(), 3),
            new Elections.Wanted(election, GroupRole.CHAIR, good.schedule(), good.term(), 2),
            new Elections.Wanted(election, GroupRole.CHAIR, good.schedule(), good.term(), 7),
            new Elections.Wanted(
                election,
                GroupRole.CHAIR,
                new Election.Schedule(now, now.plusSeconds(9)),
                good.term(),
                3),
            new Elections.Wanted(
                election,
                GroupRole.CHAIR,
                good.schedule(),
                new Validity(now, now.plus(Duration.ofDays(8))),
                3));
    for (Elections.Wanted each : wrong) {
      assertThatThrownBy(() -> elections.open(SECRETARIAT, group(), each))
          .as(each.toString())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(elections.open(person("aoba"), group(), good))
        .isEqualTo(Elections.Outcome.NOT_YOURS);
    assertThat(elections.of(group())).isEmpty();
    assertThat(
            ALL.stream()
                .map(each -> sight.of(plan(each), group(), SECRETARIAT).size())
                .collect(Collectors.toSet()))
        .containsExactly(0);
  }
}
