package tenbin.hub.gather;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** Skills for programs. */
@RestController
@RequestMapping("/api/v1/skills")
public class SkillsApi {
  private final SkillDoor door;
  private final WayOut wayOut;

  public SkillsApi(SkillDoor door, WayOut wayOut) {
    this.door = door;
    this.wayOut = wayOut;
  }

  /** Something that one's own people can do. */
  public record Said(@Nullable String what, @Nullable String note) {}

  @GetMapping
  @May(Act.READ)
  ResponseEntity<byte[]> skills(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "q", defaultValue = "") String word,
      Locale locale) {
    SkillDoor.Seen seen = door.seen(visitor, Outlet.API, word, locale);
    List<Map<String, Object>> all = seen.lines().stream().map(SkillsApi::json).toList();
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), GroupDoor.PURPOSE, Outlet.API);
    WayOut.Parcel parcel = wayOut.packTold(errand, seen.shown(), Map.of("skills", all));
    return parcel.answer("application/json");
  }

  private static Map<String, Object> json(SkillDoor.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (line.own()) {
      json.put("id", line.id().toString());
    }
    json.put("member", line.member());
    json.put("what", line.what());
    if (!line.note().isEmpty()) {
      json.put("note", line.note());
    }
    return json;
  }

  @PostMapping
  @May(Act.GATHER)
  ResponseEntity<byte[]> add(
      @AuthenticationPrincipal Visitor visitor,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Said said,
      Locale locale) {
    String what = said.what == null ? "" : said.what;
    door.add(visitor, once, what, said.note == null ? "" : said.note);
    return skills(visitor, what, locale);
  }

  @DeleteMapping("/{id}")
  @May(Act.GATHER)
  ResponseEntity<Void> remove(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    door.remove(visitor, id);
    return ResponseEntity.noContent().build();
  }
}
