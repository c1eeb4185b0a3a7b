package tenbin.hub.gather;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupLine;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** Groups for programs. */
@RestController
@RequestMapping("/api/v1/groups")
public class GroupsApi {
  static final int MOST = 200;

  private final GroupDoor door;
  private final WayOut wayOut;

  public GroupsApi(GroupDoor door, WayOut wayOut) {
    this.door = door;
    this.wayOut = wayOut;
  }

  /** A group to open: its last day in UTC, and ids of members to invite. */
  public record Opened(
      @Nullable String name,
      @Nullable String purpose,
      @Nullable String until,
      @Nullable List<String> invite) {}

  /** A member to invite. */
  public record Invited(@Nullable String member) {}

  /** Minutes of a meeting. */
  public record Minuted(@Nullable String day, @Nullable String heading, @Nullable String body) {}

  @GetMapping
  @May(Act.READ)
  ResponseEntity<byte[]> groups(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    GroupPapers papers = door.papers(visitor, Outlet.API, locale);
    List<Map<String, Object>> all =
        door.seenBy(visitor).stream()
            .map(papers::group)
            .flatMap(Optional::stream)
            .map(GroupsApi::json)
            .toList();
    return send(visitor, papers, Map.of("groups", all));
  }

  @PostMapping
  @May(Act.GATHER)
  ResponseEntity<byte[]> open(
      @AuthenticationPrincipal Visitor visitor,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Opened wanted,
      Locale locale) {
    Instant until = GroupDoor.endOf(text(wanted.until), ZoneOffset.UTC);
    GroupLine.Opened opened =
        new GroupLine.Opened(text(wanted.name).strip(), text(wanted.purpose).strip(), until);
    List<String> invite = wanted.invite == null ? List.of() : wanted.invite;
    return one(visitor, door.open(visitor, once, opened, invite, locale), locale);
  }

  @GetMapping("/{id}")
  @May(Act.READ)
  ResponseEntity<byte[]> one(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id, Locale locale) {
    Gathering group = door.find(visitor, id);
    GroupPapers papers = door.papers(visitor, Outlet.API, locale);
    GroupPapers.Line line = papers.group(group).orElseThrow(Problem::absent);
    return send(visitor, papers, json(line));
  }

  @GetMapping("/{id}/minutes")
  @May(Act.READ)
  ResponseEntity<byte[]> minutes(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "most", defaultValue = "50") int most,
      @RequestParam(name = "skip", defaultValue = "0") int skip,
      Locale locale) {
    if (most < 1 || most > MOST || skip < 0) {
      throw Problem.wrong("At least 1 and at most " + MOST + " at once.");
    }
    Gathering group = door.find(visitor, id);
    GroupPapers papers = door.papers(visitor, Outlet.API, locale);
    List<Map<String, Object>> all =
        papers.minutes(group, door.part(visitor, group).reads(), skip, most).stream()
            .map(GroupsApi::json)
            .toList();
    return send(visitor, papers, Map.of("all", papers.count(group), "minutes", all));
  }

  @PostMapping("/{id}/minutes")
  @May(Act.GATHER)
  ResponseEntity<byte[]> minute(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Minuted said,
      Locale locale) {
    door.find(visitor, id);
    GroupLine.Minuted minuted =
        new GroupLine.Minuted(
            GroupDoor.day(text(said.day)), text(said.heading).strip(), text(said.body).strip());
    door.minute(visitor, id, once, minuted);
    return minutes(visitor, id, 1, 0, locale);
  }

  @PostMapping("/{id}/invitations")
  @May(Act.GATHER)
  ResponseEntity<byte[]> invite(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Invited invited,
      Locale locale) {
    door.invite(visitor, id, text(invited.member), locale);
    return one(visitor, id, locale);
  }

  @PostMapping("/{id}/join")
  @May(Act.GATHER)
  ResponseEntity<byte[]> join(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id, Locale locale) {
    door.join(visitor, id);
    return one(visitor, id, locale);
  }

  @PostMapping("/{id}/leave")
  @May(Act.GATHER)
  ResponseEntity<Void> leave(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    door.leave(visitor, id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/end")
  @May(Act.GATHER)
  ResponseEntity<byte[]> end(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id, Locale locale) {
    door.end(visitor, id);
    return one(visitor, id, locale);
  }

  static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  private static Map<String, Object> json(GroupPapers.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", line.id());
    json.put("name", line.name());
    json.put("purpose", line.purpose());
    json.put("kind", line.among() ? "among-members" : "working-group");
    json.put("own", line.own());
    json.put("over", line.over());
    line.until().ifPresent(until -> json.put("until", until.toString()));
    json.put("members", line.members());
    if (!line.opener().isEmpty()) {
      json.put("opener", line.opener());
    }
    if (!line.invited().isEmpty()) {
      json.put("invited", line.invited());
    }
    return json;
  }

  private static Map<String, Object> json(GroupPapers.Minutes minutes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("day", minutes.day());
    json.put("heading", minutes.heading());
    if (!minutes.author().isEmpty()) {
      json.put("author", minutes.author());
    }
    minutes.body().ifPresent(body -> json.put("body", body));
    return json;
  }

  private ResponseEntity<byte[]> send(
      Visitor visitor, GroupPapers papers, Map<String, Object> body) {
    return send(wayOut, visitor, papers, body);
  }

  /** Answers with what was released, and its line in the ledger. */
  static ResponseEntity<byte[]> send(
      WayOut wayOut, Visitor visitor, GroupPapers papers, Map<String, Object> body) {
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), GroupDoor.PURPOSE, Outlet.API);
    WayOut.Parcel parcel = wayOut.packTold(errand, papers.shown(), body);
    return parcel.answer("application/json");
  }
}
