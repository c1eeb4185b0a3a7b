package tenbin.hub.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Office;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Token;
import tenbin.web.signin.Tokens;
import tenbin.web.signin.Visitor;

/**
 * What keeps a member's desk and the secretariat running, for programs: deliveries that were given
 * up, tokens, who may do what. A token makes no token and no person.
 */
@RestController
public class DeskApi {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final DeadLetterDesk letters;
  private final Tokens tokens;
  private final People people;
  private final Roster roster;
  private final Viewers viewers;
  private final WayOut wayOut;

  public DeskApi(
      DeadLetterDesk letters,
      Tokens tokens,
      People people,
      Roster roster,
      Viewers viewers,
      WayOut wayOut) {
    this.letters = letters;
    this.tokens = tokens;
    this.people = people;
    this.roster = roster;
    this.viewers = viewers;
    this.wayOut = wayOut;
  }

  /** What to do about a delivery that was given up. */
  public record Said(@Nullable String act, @Nullable String why) {}

  /** A mail to put aside. */
  public record Mail(@Nullable String mail, @Nullable String why) {}

  private static String or(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  @GetMapping("/api/v1/dead-letters")
  @May(Act.READ)
  ResponseEntity<byte[]> letters(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    DeadLetters view =
        new DeadLetters(
            viewers.plan(visitor.member(), PURPOSE, Outlet.API), roster.circle(), locale);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("letters", view.lines(letters.letters(visitor)).stream().map(DeskApi::json).toList());
    List<Map<String, Object>> asides = new ArrayList<>();
    for (DeadLetters.Aside each : view.asides(letters.asides(visitor))) {
      Map<String, Object> aside = json(each.letter());
      aside.put("putAsideAt", each.at().toString());
      aside.put("why", each.why());
      asides.add(aside);
    }
    body.put("putAside", asides);
    body.put(
        "mails",
        letters.mails(visitor).stream()
            .map(each -> Map.of("mail", each.mail(), "receivedAt", each.receivedAt().toString()))
            .toList());
    return wayOut
        .packTold(new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API), view.shown(), body)
        .answer("application/json");
  }

  private static Map<String, Object> json(DeadLetters.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("member", line.member());
    json.put("id", line.id().toString());
    json.put("name", line.name());
    json.put("channel", line.channel());
    json.put("address", line.address());
    json.put("since", line.since().toString());
    json.put("tries", line.tries());
    json.put("reason", line.reason());
    return json;
  }

  @PostMapping("/api/v1/dead-letters/{member}/{id}")
  @May(Act.CONFIGURE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void act(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("member") String whose,
      @PathVariable("id") UUID id,
      @RequestBody Said said) {
    letters.act(visitor, whose, id, or(said.act), or(said.why));
  }

  @PostMapping("/api/v1/secretariat/dead-mails")
  @May(Act.RUN_CIRCLE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mail(@AuthenticationPrincipal Visitor visitor, @RequestBody Mail mail) {
    letters.putAside(visitor, or(mail.mail), or(mail.why));
  }

  /** The member's own tokens, without what nobody keeps: their secrets. */
  @GetMapping("/api/v1/tokens")
  @May(Act.READ)
  Map<String, Object> tokens(@AuthenticationPrincipal Visitor visitor) {
    return Map.of("tokens", tokens.of(visitor.member()).stream().map(DeskApi::json).toList());
  }

  private static Map<String, Object> json(Token token) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", token.id().toString());
    json.put("title", token.title());
    json.put("scopes", token.scopes().stream().sorted().map(Scope::word).toList());
    json.put("createdAt", token.createdAt().toString());
    json.put("expiresAt", token.expiresAt().toString());
    token.revokedAt().ifPresent(at -> json.put("revokedAt", at.toString()));
    return json;
  }

  /** Who may do what in the whole circle. */
  @GetMapping("/api/v1/secretariat/people")
  @May(Act.WATCH_CIRCLE)
  Map<String, Object> people() {
    return Map.of(
        "people",
        people.everybody().stream()
            .filter(Person::isActive)
            .sorted(
                Comparator.comparing((Person each) -> each.member().text())
                    .thenComparing(Person::login))
            .map(DeskApi::json)
            .toList());
  }

  private static Map<String, Object> json(Person person) {
    return Map.of(
        "member", person.member().text(),
        "login", person.login(),
        "offices", person.offices().stream().sorted().map(Office::word).toList());
  }
}
