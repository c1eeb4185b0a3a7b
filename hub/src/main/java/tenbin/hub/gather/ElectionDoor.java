package tenbin.hub.gather;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.election.Candidate;
import tenbin.spine.group.election.Election;
import tenbin.spine.group.election.ElectionSight;
import tenbin.spine.group.election.Elections;
import tenbin.spine.group.role.GroupRole;
import tenbin.spine.group.role.Seat;
import tenbin.spine.group.role.SeatSight;
import tenbin.web.audit.Audit;
import tenbin.web.form.Once;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** What page and API do with elections of a working group, the same way. */
public final class ElectionDoor {
  private final Elections elections;
  private final ElectionSight sight;
  private final SeatSight seats;
  private final Audit audit;
  private final ZoneId zone;

  /**
   * A door to elections.
   *
   * @param zone the circle's: what is nominated and voted until a day is so until its end there
   */
  public ElectionDoor(
      Elections elections, ElectionSight sight, SeatSight seats, Audit audit, ZoneId zone) {
    this.elections = elections;
    this.sight = sight;
    this.seats = seats;
    this.audit = audit;
    this.zone = zone;
  }

  /** The elections of a group as they are told, the newest first. */
  List<ElectionLine> of(Visitor visitor, GroupDoor.Inside inside) {
    List<ElectionLine> lines = new ArrayList<>();
    for (ElectionSight.Seen each :
        sight.of(inside.papers().plan(), inside.group(), GroupDoor.caller(visitor))) {
      inside.papers().show(each.told());
      each.candidates().forEach(inside.papers()::show);
      lines.add(ElectionLine.of(each, visitor, inside.papers(), zone));
    }
    return lines;
  }

  /** An election to open, its days in the circle's zone. */
  record Wanted(
      String once,
      String role,
      String nominateUntil,
      String voteUntil,
      String termFrom,
      String termUntil,
      int quorum) {}

  void open(Visitor visitor, GroupDoor.Inside inside, Wanted wanted) {
    GroupRole role =
        GroupRole.tryParse(wanted.role)
            .filter(GroupRole::isOffice)
            .orElseThrow(() -> Problem.wrong("An office is chair, vice-chair or secretary."));
    Election.Schedule schedule =
        new Election.Schedule(
            GroupDoor.endOf(wanted.nominateUntil, zone), GroupDoor.endOf(wanted.voteUntil, zone));
    Instant from =
        wanted.termFrom.isEmpty()
            ? schedule.votingEnd()
            : GroupDoor.day(wanted.termFrom).atStartOfDay(zone).toInstant();
    Instant to = GroupDoor.endOf(wanted.termUntil, zone);
    if (!to.isAfter(from)) {
      throw Problem.wrong("A term ends later than it begins.");
    }
    UUID id = key(visitor, inside, wanted.once);
    Elections.Wanted all =
        new Elections.Wanted(id, role, schedule, new Validity(from, to), wanted.quorum);
    done(GroupDoor.checked(() -> elections.open(GroupDoor.caller(visitor), inside.group(), all)));
    audit.did(visitor, "open-election", inside.group().id() + " " + role.word());
  }

  private static UUID key(Visitor visitor, GroupDoor.Inside inside, String once) {
    return Once.of(visitor, once, "election", inside.group().id());
  }

  /** The second ballot of a tie. */
  void second(
      Visitor visitor, GroupDoor.Inside inside, String once, String tied, String voteUntil) {
    Election first = find(inside, tied);
    Instant end = GroupDoor.endOf(voteUntil, zone);
    UUID id = key(visitor, inside, once);
    done(
        GroupDoor.checked(() ->
            elections.second(GroupDoor.caller(visitor), inside.group(), id, first.id(), end)));
    audit.did(visitor, "open-second-ballot", inside.group().id());
  }

  void withdraw(Visitor visitor, GroupDoor.Inside inside, String election) {
    Election it = find(inside, election);
    done(elections.withdraw(GroupDoor.caller(visitor), inside.group(), it.id()));
    audit.did(visitor, "withdraw-election", inside.group().id());
  }

  void nominate(Visitor visitor, GroupDoor.Inside inside, String election, String participant) {
    Election it = find(inside, election);
    Seat seat =
        GroupDoor.id(participant)
            .flatMap(each -> seats.find(inside.papers().plan(), inside.group(), each))
            .orElseThrow(Problem::absent);
    done(
        elections
            .candidacies()
            .nominate(GroupDoor.caller(visitor), inside.group(), it.id(), seat.id()));
    audit.did(visitor, "nominate", inside.group().id());
  }

  /** Says that one stands, or not: "stands" or "declined". */
  void answer(
      Visitor visitor, GroupDoor.Inside inside, String election, String candidate, String word) {
    Election it = find(inside, election);
    Candidate.State state =
        switch (word) {
          case "stands" -> Candidate.State.STANDS;
          case "declined" -> Candidate.State.DECLINED;
          default -> throw Problem.wrong("One stands or declines.");
        };
    UUID who = candidate(inside, it, candidate);
    done(
        elections
            .candidacies()
            .answer(GroupDoor.caller(visitor), inside.group(), it.id(), who, state));
    audit.did(visitor, "answer-nomination", inside.group().id());
  }

  /**
   * Votes for the visitor's member, once.
   *
   * @param choice a candidate, or "none"
   * @param sure what the form asks for, because nothing of it can be changed
   */
  void vote(
      Visitor visitor, GroupDoor.Inside inside, String election, String choice, boolean sure) {
    Election it = find(inside, election);
    if (!sure || choice.isEmpty()) {
      throw Problem.wrong("A vote needs a choice and your word that it is meant.");
    }
    Optional<UUID> chosen =
        choice.equals("none") ? Optional.empty() : Optional.of(candidate(inside, it, choice));
    done(elections.voting().vote(GroupDoor.caller(visitor), inside.group(), it.id(), chosen));
    audit.did(visitor, "vote", inside.group().id());
  }

  private Election find(GroupDoor.Inside inside, String shown) {
    return GroupDoor.id(shown)
        .flatMap(each -> sight.find(inside.papers().plan(), inside.group(), each))
        .orElseThrow(Problem::absent);
  }

  private UUID candidate(GroupDoor.Inside inside, Election election, String shown) {
    return GroupDoor.id(shown)
        .flatMap(each -> sight.candidate(inside.papers().plan(), inside.group(), election, each))
        .orElseThrow(Problem::absent);
  }

  /** Today, where the circle is. */
  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  private static void done(Elections.Outcome outcome) {
    switch (outcome) {
      case DONE -> {
        // As wanted.
      }
      case NOT_YOURS -> throw GroupDoor.refused("Your role in this group does not let you do it.");
      case NOT_NOW -> throw GroupDoor.refused("Not there, or not at this time.");
      case TOO_MANY -> throw GroupDoor.refused("As many as can be are nominated already.");
      case VOTED -> throw GroupDoor.refused("Your member has voted; once is once.");
    }
  }
}
