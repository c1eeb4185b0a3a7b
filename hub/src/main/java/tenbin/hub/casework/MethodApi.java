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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.method.Adoption;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** Method and defence of a case for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
public class MethodApi {
  private final CaseDoor door;
  private final MethodDesk desk;
  private final Audit audit;

  public MethodApi(CaseBook book, Viewers viewers, WayOut wayOut, MethodDesk desk, Audit audit) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
    this.audit = audit;
  }

  /** A version of a paper: of a technique, or of all of it where none is said. */
  public record Written(@Nullable String technique, @Nullable String text) {}

  /** A countermeasure, with the id of a mitigation where it has one. */
  public record Proposed(@Nullable String mitigation, @Nullable String text) {}

  /** How one's own organisation stands with a countermeasure. */
  public record Adopted(
      @Nullable String measure,
      @Nullable String state,
      @Nullable String scope,
      @Nullable String since) {}

  @GetMapping("/method")
  @May(Act.READ)
  ResponseEntity<byte[]> method(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "history", defaultValue = "") String history) {
    CaseDoor.Inside inside = door.api(visitor, id);
    return papers(visitor, history.isEmpty() ? desk.papers(inside) : desk.history(inside, history));
  }

  private ResponseEntity<byte[]> papers(Visitor visitor, List<Disclosure> told) {
    return CaseApi.send(
        door, visitor, told, Map.of("papers", told.stream().map(CaseJson::of).toList()));
  }

  @PutMapping("/method")
  @May(Act.WORK_ON_CASES)
  ResponseEntity<byte[]> write(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestHeader(name = "If-Match", defaultValue = "") String base,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Written written) {
    CaseDoor.Inside inside = door.api(visitor, id);
    String technique = or(written.technique);
    String about = technique.isEmpty() ? CaseMethod.SUMMARY : technique;
    CaseMethod.Draft draft;
    try {
      String text = or(written.text);
      draft =
          new CaseMethod.Draft(
              Once.of(visitor, once, id, Entry.Kind.METHOD), about, base.replace("\"", ""), text);
    } catch (IllegalArgumentException refused) {
      throw Problem.wrong(String.valueOf(refused.getMessage()));
    }
    return switch (desk.write(inside, visitor, draft)) {
      case CaseMethod.Outcome.Written ignored -> {
        audit.did(visitor, "write-method", id.toString());
        yield papers(visitor, desk.history(inside, about));
      }
      case CaseMethod.Outcome.TooMany ignored -> throw tooMany();
      case CaseMethod.Outcome.Between ignored ->
          throw new Problem(
              412,
              "changed-meanwhile",
              "Another version stands. Read it, and send yours with its id in If-Match; none for a"
                  + " paper that is not there.");
    };
  }

  private static Problem tooMany() {
    return new Problem(409, "too-many", "Your member has written all that it can in this case.");
  }

  @GetMapping("/measures")
  @May(Act.READ)
  ResponseEntity<byte[]> measures(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    return measures(visitor, door.api(visitor, id));
  }

  private ResponseEntity<byte[]> measures(Visitor visitor, CaseDoor.Inside inside) {
    List<CaseDefence.Measure> measures = desk.measures(inside);
    List<Map<String, Object>> bodies = measures.stream().map(MethodApi::body).toList();
    return CaseApi.send(door, visitor, MethodDesk.told(measures), Map.of("measures", bodies));
  }

  private static Map<String, Object> body(CaseDefence.Measure each) {
    Map<String, Object> body = CaseJson.of(each.measure());
    body.put("named", each.named().stream().map(CaseJson::of).toList());
    return body;
  }

  @PostMapping("/measures")
  @May(Act.WORK_ON_CASES)
  ResponseEntity<byte[]> propose(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Proposed proposed) {
    CaseDoor.Inside inside = door.api(visitor, id);
    try {
      UUID key = Once.of(visitor, once, id, Entry.Kind.MEASURE);
      if (!desk.propose(inside, visitor, key, or(proposed.mitigation), or(proposed.text))) {
        throw tooMany();
      }
    } catch (IllegalArgumentException refused) {
      throw Problem.wrong(String.valueOf(refused.getMessage()));
    }
    audit.did(visitor, "propose-countermeasure", id.toString());
    return measures(visitor, inside);
  }

  @PostMapping("/adoptions")
  @May(Act.WORK_ON_CASES)
  ResponseEntity<byte[]> adopt(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      @RequestBody Adopted adopted) {
    CaseDoor.Inside inside = door.api(visitor, id);
    Adoption adoption =
        Adoption.tryParse(or(adopted.state), or(adopted.scope), or(adopted.since))
            .orElseThrow(() -> Problem.wrong("A state, a scope and a day: 2026-04-01."));
    UUID measure = measure(or(adopted.measure));
    UUID key = Once.of(visitor, once, id, Entry.Kind.ADOPTION);
    if (!desk.adopt(inside, visitor, key, measure, adoption).orElseThrow(Problem::absent)) {
      throw tooMany();
    }
    audit.did(visitor, "adopt-countermeasure", id.toString());
    return measures(visitor, inside);
  }

  private static UUID measure(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException broken) {
      throw Problem.wrong("\"measure\" is the id of a countermeasure.");
    }
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
