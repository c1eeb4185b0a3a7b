package tenbin.hub.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** Newcomers for the secretariat's programs. */
@RestController
@RequestMapping("/api/v1/secretariat/newcomers")
public class NewcomersApi {
  private final InviteDesk desk;

  private final Handing handing;

  public NewcomersApi(InviteDesk desk, Handing handing) {
    this.handing = handing;
    this.desk = desk;
  }

  /** An invitation as a program writes it. */
  public record Written(
      @Nullable String id,
      @Nullable String name,
      @Nullable String nameJa,
      @Nullable String memberClass,
      @Nullable Boolean carrier,
      @Nullable List<String> expected,
      @Nullable String mail) {
    Invite.Written whole() {
      return new Invite.Written(
          or(id),
          or(name),
          or(nameJa),
          or(memberClass),
          Boolean.TRUE.equals(carrier),
          expected == null ? "" : String.join("\n", expected),
          or(mail));
    }
  }

  /** Where a letter goes to this time; without one where it went before. */
  public record Again(@Nullable String mail) {}

  /** What the secretariat says of a network. */
  public record Say(
      @Nullable String network,
      @Nullable String say,
      @Nullable String means,
      @Nullable String why) {}

  private static String or(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  @GetMapping
  @May(Act.WATCH_CIRCLE)
  ResponseEntity<byte[]> board(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    return handing.board(visitor, desk.board(), desk.waits(locale), NewcomersApi::json);
  }

  private static Map<String, Object> json(Handing.Board board) {
    return Map.of(
        "newcomers",
        board.newcomers().stream().map(NewcomersApi::json).toList(),
        "networks",
        board.networks().stream().map(NewcomersApi::json).toList());
  }

  private static Map<String, Object> json(Progress each) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", each.newcomer().id().text());
    json.put("name", each.newcomer().invited().name());
    json.put("stage", each.newcomer().stage().name().toLowerCase(Locale.ROOT));
    json.put("stale", each.isStale());
    json.put("linkUntil", each.newcomer().letter().until().toString());
    Map<String, Object> done = new LinkedHashMap<>();
    each.lines().forEach(line -> done.put(line.word(), line.done()));
    json.put("done", done);
    json.put("networksCounting", each.counting());
    json.put("networks", each.entered());
    return json;
  }

  private static Map<String, Object> json(InviteDesk.Wait wait) {
    return Map.of(
        "holder", wait.range().holder().text(),
        "network", wait.range().network().toString(),
        "standing", wait.range().standing().name().toLowerCase(Locale.ROOT),
        "contradicts", wait.others(),
        "denied", wait.isDenied());
  }

  /** Invites, or says what an invitation would meet. */
  @PostMapping
  @May(Act.RUN_CIRCLE)
  Map<String, Object> invite(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
      @RequestBody Written written,
      Locale locale) {
    Invite invite = checked(written);
    if (dryRun) {
      return Map.of("contradicts", desk.tried(invite, locale));
    }
    return json(desk.invite(visitor, invite));
  }

  private static Invite checked(Written written) {
    try {
      return Invite.of(written.whole());
    } catch (Invite.Wrong wrong) {
      throw Problem.wrong("Not right: " + String.join(", ", wrong.what()) + ".");
    }
  }

  private static Map<String, Object> json(InviteDesk.Invited invited) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", invited.newcomer().id().text());
    json.put("login", invited.login());
    json.put("mailed", invited.sent() == Letters.Sent.SENT);
    invited.path().ifPresent(path -> json.put("path", path));
    return json;
  }

  @PostMapping("/{id}/invite")
  @May(Act.RUN_CIRCLE)
  Map<String, Object> again(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Again again) {
    return json(desk.again(visitor, id, or(again.mail)));
  }

  @DeleteMapping("/{id}")
  @May(Act.RUN_CIRCLE)
  ResponseEntity<Void> withdraw(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    desk.withdraw(visitor, id);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/{id}/networks")
  @May(Act.RUN_CIRCLE)
  ResponseEntity<Void> say(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Say said) {
    String means = said.means == null ? "declared" : said.means;
    desk.say(visitor, id, or(said.network), InviteDesk.Said.of(or(said.say), means, or(said.why)));
    return ResponseEntity.noContent().build();
  }
}
