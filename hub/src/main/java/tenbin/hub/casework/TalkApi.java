package tenbin.hub.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import tenbin.balance.Disclosure;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** Comments and hand-overs of a case for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
public class TalkApi {
  static final int MOST = 500;

  private final CaseDoor door;
  private final TalkDesk desk;

  public TalkApi(CaseBook book, Viewers viewers, WayOut wayOut, TalkDesk desk) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
  }

  /** A comment that is said: to all of the case's circle unless it says "own". */
  public record Said(String text, @Nullable String reach) {}

  /** Who has the case in hand from now on: a login of one's own organisation, or nobody. */
  public record Handed(@Nullable String to, @Nullable String note) {}

  @GetMapping("/comments")
  @May(Act.READ)
  ResponseEntity<byte[]> comments(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "after", defaultValue = "") String after,
      @RequestParam(name = "most", defaultValue = "100") int most) {
    if (most < 1 || most > MOST) {
      throw Problem.wrong("At least 1 and at most " + MOST + " at once.");
    }
    CaseDoor.Inside inside = door.api(visitor, id);
    int place = after.isEmpty() ? 0 : place(inside, after);
    return send(visitor, desk.page(inside, place, most));
  }

  private int place(CaseDoor.Inside inside, String after) {
    try {
      return desk.placeAfter(inside, UUID.fromString(after));
    } catch (IllegalArgumentException broken) {
      throw Problem.wrong("\"after\" is the id of the last comment that you have.");
    }
  }

  private ResponseEntity<byte[]> send(Visitor visitor, CaseTalk.Page page) {
    List<Map<String, Object>> bodies = page.comments().stream().map(CaseJson::of).toList();
    return CaseApi.send(
        door, visitor, page.comments(), Map.of("all", page.all(), "comments", bodies));
  }

  @PostMapping("/comments")
  @May(Act.WORK_ON_CASES)
  ResponseEntity<byte[]> say(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Said said) {
    CaseDoor.Inside inside = door.api(visitor, id);
    UUID key = Once.of(visitor, once, id, Entry.Kind.COMMENT);
    String reach = said.reach == null ? "circle" : said.reach;
    desk.say(inside, visitor, key, reach, said.text == null ? "" : said.text);
    return send(visitor, desk.page(inside, 0, 1));
  }

  @GetMapping("/hand")
  @May(Act.READ)
  ResponseEntity<byte[]> hand(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    return hands(visitor, door.api(visitor, id));
  }

  @PostMapping("/hand")
  @May(Act.WORK_ON_CASES)
  ResponseEntity<byte[]> handOver(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Handed handed) {
    CaseDoor.Inside inside = door.api(visitor, id);
    String to = handed.to == null ? "" : handed.to;
    String note = handed.note == null ? "" : handed.note;
    desk.handOver(inside, visitor, Once.of(visitor, once, id, Entry.Kind.HAND), to, note);
    return hands(visitor, inside);
  }

  private ResponseEntity<byte[]> hands(Visitor visitor, CaseDoor.Inside inside) {
    List<Disclosure> hands = desk.hands(inside);
    return CaseApi.send(
        door, visitor, hands, Map.of("hands", hands.stream().map(CaseJson::of).toList()));
  }
}
