package tenbin.hub.gather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** Elections for programs. To stand and to vote is people's own: no program does it for them. */
@RestController
@RequestMapping("/api/v1/groups/{id}/elections")
public class ElectionsApi {
  private final GroupDoor door;
  private final ElectionDoor elections;
  private final WayOut wayOut;

  public ElectionsApi(GroupDoor door, ElectionDoor elections, WayOut wayOut) {
    this.door = door;
    this.elections = elections;
    this.wayOut = wayOut;
  }

  /** An election to open; its days are of the circle's zone. */
  public record Opened(
      @Nullable String role,
      @Nullable String nominateUntil,
      @Nullable String voteUntil,
      @Nullable String termFrom,
      @Nullable String termUntil,
      @Nullable Integer quorum) {}

  /** A second ballot to open. */
  public record Second(@Nullable String election, @Nullable String voteUntil) {}

  /** An election to take back. */
  public record Withdrawn(@Nullable String election) {}

  /** A participant to nominate. */
  public record Nominated(@Nullable String election, @Nullable String seat) {}

  @GetMapping
  @May(Act.READ)
  ResponseEntity<byte[]> elections(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id, Locale locale) {
    GroupDoor.Inside inside = enter(visitor, id, locale);
    List<Map<String, Object>> all =
        elections.of(visitor, inside).stream().map(ElectionsApi::json).toList();
    return GroupsApi.send(wayOut, visitor, inside.papers(), Map.of("elections", all));
  }

  private GroupDoor.Inside enter(Visitor visitor, String id, Locale locale) {
    return door.enterPeople(visitor, id, Outlet.API, locale);
  }

  private static Map<String, Object> json(ElectionLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", line.id().toString());
    json.put("role", line.role());
    json.put("phase", line.phase());
    json.put("nominatedUntil", line.nominated().toString());
    json.put("votedUntil", line.voted().toString());
    json.put("termFrom", line.term().getFirst().toString());
    json.put("termUntil", line.term().getLast().toString());
    json.put("quorum", line.quorum());
    json.put("electors", line.electors());
    json.put("secondBallot", line.second());
    json.put("voted", line.own().voted());
    if (!line.outcome().isEmpty()) {
      json.put("outcome", line.outcome());
    }
    line.cast().ifPresent(cast -> json.put("cast", cast));
    line.none().ifPresent(none -> json.put("none", none));
    json.put("candidates", line.candidates().stream().map(ElectionsApi::json).toList());
    return json;
  }

  private static Map<String, Object> json(ElectionLine.Standing candidate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", candidate.id().toString());
    json.put("name", candidate.name());
    json.put("member", candidate.member());
    json.put("state", candidate.state());
    candidate.votes().ifPresent(votes -> json.put("votes", votes));
    json.put("chosen", candidate.chosen());
    return json;
  }

  @PostMapping
  @May(Act.GATHER)
  ResponseEntity<byte[]> open(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Opened opened,
      Locale locale) {
    ElectionDoor.Wanted wanted =
        new ElectionDoor.Wanted(
            once,
            GroupsApi.text(opened.role),
            GroupsApi.text(opened.nominateUntil),
            GroupsApi.text(opened.voteUntil),
            GroupsApi.text(opened.termFrom),
            GroupsApi.text(opened.termUntil),
            opened.quorum == null ? 0 : opened.quorum);
    elections.open(visitor, enter(visitor, id, locale), wanted);
    return elections(visitor, id, locale);
  }

  @PostMapping("/second")
  @May(Act.GATHER)
  ResponseEntity<byte[]> second(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Second second,
      Locale locale) {
    elections.second(
        visitor,
        enter(visitor, id, locale),
        once,
        GroupsApi.text(second.election),
        GroupsApi.text(second.voteUntil));
    return elections(visitor, id, locale);
  }

  @PostMapping("/withdraw")
  @May(Act.GATHER)
  ResponseEntity<byte[]> withdraw(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Withdrawn withdrawn,
      Locale locale) {
    elections.withdraw(visitor, enter(visitor, id, locale), GroupsApi.text(withdrawn.election));
    return elections(visitor, id, locale);
  }

  @PostMapping("/nominate")
  @May(Act.GATHER)
  ResponseEntity<byte[]> nominate(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Nominated nominated,
      Locale locale) {
    elections.nominate(
        visitor,
        enter(visitor, id, locale),
        GroupsApi.text(nominated.election),
        GroupsApi.text(nominated.seat));
    return elections(visitor, id, locale);
  }
}
