package tenbin.proof.noninterference;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.hub.wiring.GatherParts;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;
import tenbin.spine.Spine;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.Groups;
import tenbin.spine.group.document.Document;
import tenbin.spine.group.document.Documents;
import tenbin.spine.group.election.Candidate;
import tenbin.spine.group.election.Election;
import tenbin.spine.group.election.Elections;
import tenbin.spine.group.role.Caller;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.Seats;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Newcomer;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.skill.Skill;

/** What members and the secretariat do about the circle itself: groups, elections, newcomers. */
final class CirclePlaying {
  private final Spine spine;
  private final GatherParts parts;
  private final StepClock clock;

  CirclePlaying(Spine spine, GatherParts parts, StepClock clock) {
    this.spine = spine;
    this.parts = parts;
    this.clock = clock;
  }

  void gather(Deed.Gathered deed) {
    Groups groups = new Groups(parts.groups(), spine.roster()::circle, clock);
    GroupLine.By by = by(deed.by());
    Instant until = deed.at().plus(Duration.ofDays(9));
    GroupLine.Opened opened = new GroupLine.Opened(deed.name(), "why " + deed.name(), until);
    String id = groups.open(by, UUID.randomUUID(), opened);
    groups.invite(by, groups.find(by.member(), id).orElseThrow(), new MemberId(deed.with()));
    GroupLine.By other = by(deed.with());
    groups.find(other.member(), id).ifPresent(group -> groups.join(other, group));
    LocalDate day = LocalDate.ofInstant(deed.at(), ZoneOffset.UTC);
    GroupLine.Minuted minuted =
        new GroupLine.Minuted(day, "first of " + deed.name(), "what we saw");
    groups.minute(by, groups.find(by.member(), id).orElseThrow(), UUID.randomUUID(), minuted);
  }

  void name(Deed.Named deed) {
    Groups groups = new Groups(parts.groups(), spine.roster()::circle, clock);
    Seats seats = new Seats(parts.seats(), seat -> Optional.empty(), spine.roster()::circle, clock);
    GroupLine.By by = by(deed.by());
    // As the demo's people, who are there as long as it is.
    Seat.Holder holder = new Seat.Holder(by.member(), "demo:" + deed.by(), deed.name());
    seats.name(
        new Caller(by, Caller.Kind.ADMINISTRATOR),
        groups.find(by.member(), World.WORKING_GROUP).orElseThrow(),
        UUID.randomUUID(),
        holder,
        Optional.empty());
  }

  void file(Deed.Filed deed) {
    Groups groups = new Groups(parts.groups(), spine.roster()::circle, clock);
    GroupLine.By by = by(deed.by());
    Document.Terms terms =
        new Document.Terms(Tlp.AMBER, deed.open() ? Document.Reach.CIRCLE : Document.Reach.GROUP);
    Documents.Laid laid =
        new Documents.Laid(
            UUID.randomUUID(), Optional.empty(), deed.title(), deed.title() + ".txt", terms);
    new Documents(parts.documents(), groups)
        .put(
            by,
            groups.find(by.member(), World.WORKING_GROUP).orElseThrow(),
            laid,
            ("text of " + deed.title()).getBytes(StandardCharsets.UTF_8));
  }

  private static GroupLine.By by(String member) {
    return new GroupLine.By(new MemberId(member), "person:" + member);
  }

  void skill(Deed.Skilled deed) {
    parts
        .skills()
        .add(
            new Skill(
                UUID.randomUUID(),
                new MemberId(deed.by()),
                "person:" + deed.by(),
                deed.at(),
                deed.what(),
                ""));
  }

  private Seats seats() {
    return new Seats(parts.seats(), seat -> Optional.empty(), spine.roster()::circle, clock);
  }

  private Optional<Gathering> workingGroup(String member) {
    return new Groups(parts.groups(), spine.roster()::circle, clock)
        .find(new MemberId(member), World.WORKING_GROUP);
  }

  /** Nominations are over at once, and the vote is not before the world ends. */
  void elect(Deed.Elected deed) {
    Gathering group = workingGroup(deed.by()).orElseThrow();
    Instant begun = deed.at();
    Seat participant =
        new Seat(
            UUID.randomUUID(),
            group.id(),
            GroupRole.PARTICIPANT,
            new Seat.Holder(new MemberId(deed.by()), "demo:" + deed.by(), deed.name()),
            Validity.since(begun),
            new Seat.Given(by(deed.by()), begun, Seat.Right.OWN),
            Optional.empty());
    parts.seats().add(participant);
    Instant end = begun.plus(Duration.ofDays(3));
    UUID id = UUID.randomUUID();
    parts
        .elections()
        .open(
            new Election(
                id,
                group.id(),
                GroupRole.SECRETARY,
                new Election.Opened(by(World.OFFICE), begun),
                new Election.Schedule(begun, end),
                new Validity(end, end.plus(Duration.ofDays(365))),
                3,
                group.members(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    MemberId member = new MemberId(deed.by());
    parts
        .elections()
        .nominate(
            new Candidate(
                UUID.randomUUID(), id, participant.id(), member, member, Candidate.State.STANDS));
  }

  /** Who is not in the group, or has voted, is refused. */
  void vote(Deed.Voted deed) {
    Elections elections = new Elections(parts.elections(), parts.urns(), seats());
    Gathering group = workingGroup(deed.by()).orElseThrow();
    List<Election> all = elections.of(group);
    if (!all.isEmpty()) {
      Optional<UUID> choice =
          deed.yes()
              ? elections.candidates(all.getFirst()).stream().map(Candidate::id).findFirst()
              : Optional.empty();
      Caller caller = new Caller(by(deed.by()), Caller.Kind.ADMINISTRATOR);
      elections.voting().vote(caller, group, all.getFirst().id(), choice);
    }
  }

  void invite(Deed.Invited deed) {
    Joining joining = new Joining(spine.newcomers(), spine.roster()::circle, clock);
    Network network = new Network.Block(Prefix.parse(deed.network()));
    MemberId id = new MemberId(deed.id());
    Newcomer.Invited invited =
        new Newcomer.Invited(
            "Newcomer " + deed.id(),
            "新規 " + deed.id(),
            MemberClass.ALLIANCE_MEMBER,
            true,
            List.of(network));
    joining.invite(id, invited, "noc@" + deed.id() + ".example", "person:office");
    if (deed.proved()) {
      joining.arrived(id);
      joining.proved(joining.range(id, network).orElseThrow(), OwnRange.Method.DNS, "TXT");
    }
    spine.roster().grow();
  }
}
