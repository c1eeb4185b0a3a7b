package tenbin.hub.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Mark;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** A member's own networks and their proof, for its programs. */
@RestController
@RequestMapping("/api/v1/networks")
public class RangesApi {
  private final JoiningDoor door;
  private final RangePapers papers;
  private final ContactDoor contacts;

  public RangesApi(JoiningDoor door, RangePapers papers, ContactDoor contacts) {
    this.door = door;
    this.papers = papers;
    this.contacts = contacts;
  }

  /** Networks to enter. */
  public record Entered(@Nullable List<String> networks) {}

  /** A network to check, and where: "dns" (where nothing is said) or "registry". */
  public record Named(@Nullable String network, @Nullable String by) {}

  /** A contact that is to be asked about a network. */
  public record Asked(@Nullable String network, @Nullable String mail) {}

  /** How somebody is reached. */
  public record Reached(
      @Nullable String role,
      @Nullable String name,
      @Nullable String mail,
      @Nullable String phone) {}

  @GetMapping
  @May(Act.PROVE)
  Map<String, Object> networks(@AuthenticationPrincipal Visitor visitor) {
    Mark mark = door.joining().mark(visitor.member());
    return Map.of(
        "mark",
        Map.of("text", mark.text(), "until", mark.until().toString()),
        "networks",
        papers.of(visitor.member()).stream().map(RangesApi::json).toList());
  }

  private static Map<String, Object> json(RangePapers.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", line.network());
    json.put("standing", line.word());
    json.put("method", line.method());
    json.put("evidence", line.evidence());
    line.until().ifPresent(until -> json.put("until", until.toString()));
    json.put("dns", line.names());
    return json;
  }

  @PostMapping
  @May(Act.PROVE)
  Map<String, Object> enter(
      @AuthenticationPrincipal Visitor visitor, @RequestBody Entered entered) {
    List<String> networks = Objects.requireNonNullElse(entered.networks, List.of());
    RangeText text = RangeText.of(String.join("\n", networks));
    if (!text.strange().isEmpty()) {
      throw Problem.wrong("Not a prefix, an AS number or a domain: " + text.strange());
    }
    try {
      door.enter(visitor, text);
    } catch (Joining.Refused tooMany) {
      throw Problem.wrong("At most " + Joining.MOST_RANGES + " networks.");
    }
    return networks(visitor);
  }

  @PostMapping("/check")
  @May(Act.PROVE)
  Map<String, Object> check(@AuthenticationPrincipal Visitor visitor, @RequestBody Named named) {
    String network = Objects.requireNonNullElse(named.network, "");
    Lookups.Way way =
        Lookups.Way.tryParse(Objects.requireNonNullElse(named.by, "dns"))
            .orElseThrow(() -> Problem.wrong("A network is checked by dns or registry."));
    CheckLine line = CheckLine.of(network, door.check(visitor, network, way));
    return Map.of(
        "network", network, "found", line.found(), "word", line.word(), "where", line.where());
  }

  /** Whom a registry names for a network. */
  @GetMapping("/contacts")
  @May(Act.PROVE)
  Map<String, Object> contacts(
      @AuthenticationPrincipal Visitor visitor, @RequestParam("network") String network) {
    return Map.of(
        "network",
        network,
        "contacts",
        contacts.contacts(visitor, network).stream()
            .map(each -> Map.of("mail", each.mail(), "where", each.where()))
            .toList());
  }

  /** Asks a contact by mail. */
  @PostMapping("/letter")
  @May(Act.PROVE)
  Map<String, Object> letter(@AuthenticationPrincipal Visitor visitor, @RequestBody Asked asked) {
    String network = Objects.requireNonNullElse(asked.network, "");
    String mail = Objects.requireNonNullElse(asked.mail, "");
    return Map.of(
        "network", network, "mail", mail, "outcome", contacts.ask(visitor, network, mail).word());
  }

  /** Forgets a network that does not count. */
  @DeleteMapping
  @May(Act.PROVE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Visitor visitor, @RequestParam("network") String network) {
    door.forget(visitor, network);
  }

  /** Gives a contact of a newcomer's. */
  @PostMapping("/contact")
  @May(Act.PROVE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void contact(@AuthenticationPrincipal Visitor visitor, @RequestBody Reached reached) {
    door.contact(
        visitor,
        Objects.requireNonNullElse(reached.role, ""),
        Objects.requireNonNullElse(reached.name, ""),
        Objects.requireNonNullElse(reached.mail, ""),
        Objects.requireNonNullElse(reached.phone, ""));
  }
}
