package tenbin.hub.api;

import java.time.Clock;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.hub.page.RecallPapers;
import tenbin.hub.page.RecallStanding;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.recall.Recall;
import tenbin.spine.recall.RecallBook;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/**
 * Recalls for programs: which deliveries of the caller's member rest on nothing any more, and what
 * it did about them.
 */
@RestController
public class RecallsApi {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;
  private static final int MOST = 1_000;

  private final RecallBook book;
  private final RecallStanding standing;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Audit audit;
  private final Clock clock;

  public RecallsApi(
      RecallBook book,
      RecallStanding standing,
      Viewers viewers,
      WayOut wayOut,
      Audit audit,
      Clock clock) {
    this.standing = standing;
    this.book = book;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whose standing is lowered, or restored. */
  public record Standing(@Nullable String member, boolean lower) {}

  /** What a member did: "deleted" or "stopped". */
  public record Said(String how) {}

  @GetMapping("/api/v1/recalls")
  @May(Act.READ)
  ResponseEntity<byte[]> recalls(@AuthenticationPrincipal Visitor visitor) {
    return send(visitor, book.of(visitor.member()));
  }

  /** Everybody's; the door lets the secretariat in alone. */
  @GetMapping("/api/v1/secretariat/recalls")
  @May(Act.WATCH_CIRCLE)
  ResponseEntity<byte[]> all(@AuthenticationPrincipal Visitor visitor) {
    return send(visitor, book.all());
  }

  /** Lowers a member's standing until it answers, or restores it. */
  @PostMapping("/api/v1/secretariat/recalls/standing")
  @May(Act.RUN_CIRCLE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void standing(@AuthenticationPrincipal Visitor visitor, @RequestBody Standing said) {
    standing.set(visitor, Objects.requireNonNullElse(said.member, ""), said.lower);
  }

  @GetMapping("/api/v1/recalls/{id}/deliveries")
  @May(Act.READ)
  Map<String, Object> deliveries(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "skip", defaultValue = "0") int skip) {
    if (skip < 0) {
      throw Problem.wrong("skip is 0 or more.");
    }
    own(visitor, id);
    List<Recall.Delivery> lines = book.deliveries(visitor.member(), id, skip, MOST);
    return Map.of("deliveries", lines.stream().map(RecallsApi::body).toList());
  }

  @PostMapping("/api/v1/recalls/{id}/answer")
  @May(Act.ANSWER)
  ResponseEntity<byte[]> answer(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestBody Said said) {
    Recall.How how = how(said.how);
    Recall answered =
        book.answer(visitor.member(), id, new Recall.Answer(how, visitor.actor(), clock.instant()))
            .orElseThrow(Problem::absent);
    audit.did(visitor, "answer-recall-" + said.how, id.toString());
    return send(visitor, List.of(answered));
  }

  private static Recall.How how(String word) {
    for (Recall.How each : Recall.How.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    throw Problem.wrong("An answer is \"deleted\" or \"stopped\".");
  }

  private void own(Visitor visitor, UUID id) {
    if (book.of(visitor.member()).stream().noneMatch(each -> each.id().equals(id))) {
      throw Problem.absent();
    }
  }

  private ResponseEntity<byte[]> send(Visitor visitor, List<Recall> recalls) {
    RecallPapers papers = new RecallPapers(viewers.plan(visitor.member(), PURPOSE, Outlet.API));
    recalls.forEach(papers::tell);
    List<Disclosure> shown = papers.shown();
    WayOut.Parcel parcel =
        wayOut.packTold(
            new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API),
            shown,
            Map.of("recalls", shown.stream().map(RecallsApi::body).toList()));
    return parcel.answer("application/json");
  }

  private static Map<String, Object> body(Disclosure shown) {
    Map<String, Object> body = new LinkedHashMap<>();
    shown.facts().forEach(fact -> body.put(fact.name(), fact.value()));
    return body;
  }

  private static Map<String, Object> body(Recall.Delivery line) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("receipt", line.receipt().toString());
    body.put("at", line.at().toString());
    body.put("outlet", line.outlet().toLowerCase(Locale.ROOT));
    body.put("rows", line.rows());
    body.put("fate", line.fate().name().toLowerCase(Locale.ROOT));
    body.put("rests-on", line.restsOn());
    return body;
  }
}
