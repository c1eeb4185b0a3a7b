package tenbin.spine.group.election;

import static tenbin.nouns.consent.Category.CD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.Readers;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.Seats;

/**
 * What one member sees of elections: its group's members and the secretariat see days, candidates
 * who stand, and when it is over what came of it. While is voted nobody sees how many have.
 */
public final class ElectionSight {
  public static final String ROLE = "role";

  /** {@link Election.Phase}, in lower case. */
  public static final String PHASE = "phase";

  public static final String NOMINATIONS_END = "nominations-end";
  public static final String VOTING_END = "voting-end";
  public static final String TERM_FROM = "term-from";
  public static final String TERM_TO = "term-to";
  public static final String QUORUM = "quorum";

  /** How many members may vote. */
  public static final String ELECTORS = "electors";

  /** "yes" for a second ballot. */
  public static final String SECOND = "second";

  /** Whether the viewer's own member has voted: "yes" or "no". */
  public static final String VOTED = "voted";

  /** {@link Election.Outcome}, in lower case; "" before. */
  public static final String OUTCOME = "outcome";

  /** How many voted; "" where it is not told. */
  public static final String CAST = "cast";

  /** Votes for a candidate, or for none of them; "" where they are not told. */
  public static final String VOTES = "votes";

  public static final String NAME = "name";
  public static final String MEMBER = "member";
  public static final String PERSON = "person";

  /** {@link Candidate.State}, in lower case. */
  public static final String STATE = "state";

  /** Whether it was elected, or is one of those with the most: "yes" or "no". */
  public static final String CHOSEN = "chosen";

  private static final String KIND = "group-election";
  private static final String CANDIDATE = "group-candidate";

  private final Elections elections;
  private final Seats seats;
  private final Readers readers;

  public ElectionSight(Elections elections, Seats seats, Readers readers) {
    this.elections = elections;
    this.seats = seats;
    this.readers = readers;
  }

  /**
   * An election as it is told.
   *
   * @param votes whether the one who looks may vote in it now
   */
  public record Seen(Disclosure told, List<Disclosure> candidates, boolean votes) {}

  /** The elections of a group, the newest first. */
  public List<Seen> of(Plan viewer, Gathering group, Caller caller) {
    MemberId who = viewer.request().recipient();
    if (group.isAmongMembers() || !readers.ofRoles(group).contains(who)) {
      return List.of();
    }
    List<Seat> all = seats.of(group);
    List<Seen> seen = new ArrayList<>();
    for (Election each : elections.of(group)) {
      election(viewer, group, each, caller)
          .ifPresent(told ->
              seen.add(
                  new Seen(
                      told,
                      elections.candidates(each).stream()
                          .flatMap(one -> candidate(viewer, group, each, one, all).stream())
                          .toList(),
                      elections.voting().mayVote(caller, group, each))));
    }
    return seen;
  }

  private Optional<Disclosure> election(
      Plan viewer, Gathering group, Election election, Caller caller) {
    Instant now = elections.now();
    Optional<Election.Result> result = election.result();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(ROLE, CD, election.role().word()));
    facts.add(new Fact(PHASE, CD, word(election.phase(now))));
    facts.add(new Fact(NOMINATIONS_END, CD, election.schedule().nominationsEnd().toString()));
    facts.add(new Fact(VOTING_END, CD, election.schedule().votingEnd().toString()));
    facts.add(new Fact(TERM_FROM, CD, election.term().from().toString()));
    facts.add(new Fact(TERM_TO, CD, election.term().to().toString()));
    facts.add(new Fact(QUORUM, CD, Integer.toString(election.quorum())));
    facts.add(new Fact(ELECTORS, CD, Integer.toString(election.electors().size())));
    facts.add(new Fact(SECOND, CD, yes(election.secondOf().isPresent())));
    facts.add(new Fact(VOTED, CD, yes(elections.voting().hasVoted(caller, election))));
    facts.add(new Fact(OUTCOME, CD, result.map(each -> word(each.outcome())).orElse("")));
    String cast = result.filter(r -> r.cast() > 0).map(r -> Integer.toString(r.cast())).orElse("");
    facts.add(new Fact(CAST, CD, cast));
    facts.add(new Fact(VOTES, CD, votes(result, Tally.NONE)));
    MemberId holder = readers.holder(group, viewer.request().recipient());
    return tell(viewer, group, new Line(KIND, election.id(), holder), facts);
  }

  private static String votes(Optional<Election.Result> result, UUID choice) {
    return result
        .filter(each -> each.counts().containsKey(choice))
        .map(each -> Integer.toString(each.counts().getOrDefault(choice, 0)))
        .orElse("");
  }

  private static String yes(boolean so) {
    return so ? "yes" : "no";
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who stands is seen by all; who was only asked, or declined, by its own organisation. */
  private Optional<Disclosure> candidate(
      Plan viewer, Gathering group, Election election, Candidate one, List<Seat> all) {
    boolean own = one.member().equals(viewer.request().recipient());
    Optional<Seat.Holder> holder = Elections.holder(all, one);
    if (holder.isEmpty() || !own && one.state() != Candidate.State.STANDS) {
      return Optional.empty();
    }
    boolean chosen = election.result().filter(r -> r.chosen().contains(one.id())).isPresent();
    List<Fact> facts =
        List.of(
            new Fact(NAME, CD, holder.get().name()),
            new Fact(MEMBER, CD, readers.known(viewer, Set.of(one.member()))),
            new Fact(PERSON, CD, own ? holder.get().person() : ""),
            new Fact(STATE, CD, word(one.state())),
            new Fact(VOTES, CD, votes(election.result(), one.id())),
            new Fact(CHOSEN, CD, yes(chosen)));
    return tell(viewer, group, new Line(CANDIDATE, one.id(), one.member()), facts);
  }

  /** What is told, by its inner identity, and who answers for it. */
  private record Line(String kind, UUID id, MemberId holder) {}

  private Optional<Disclosure> tell(Plan viewer, Gathering group, Line line, List<Fact> facts) {
    return Readers.decide(
        viewer,
        new Item.Told(
            line.kind,
            line.id.toString(),
            line.holder,
            Tlp.AMBER_STRICT,
            readers.ofRoles(group),
            facts));
  }

  /** The election that the viewer knows by this id. */
  public Optional<Election> find(Plan viewer, Gathering group, UUID shown) {
    return readers.ofRoles(group).contains(viewer.request().recipient())
        ? elections.of(group).stream()
            .filter(each -> viewer.idOf(KIND, each.id().toString()).equals(shown))
            .findFirst()
        : Optional.empty();
  }

  /** The candidate of an election that the viewer knows by this id. */
  public Optional<UUID> candidate(Plan viewer, Gathering group, Election election, UUID shown) {
    List<Seat> all = seats.of(group);
    return elections.candidates(election).stream()
        .filter(each -> viewer.idOf(CANDIDATE, each.id().toString()).equals(shown))
        .filter(each -> candidate(viewer, group, election, each, all).isPresent())
        .map(Candidate::id)
        .findFirst();
  }
}
