package tenbin.hub.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.method.Adoption;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** Countermeasures that are proposed and adopted on the page of a case's method. */
@Controller
@May(Act.WORK_ON_CASES)
public class DefencePage {
  /** Planned ones may lie ahead; more is a slip of the pen. */
  private static final int MOST_YEARS_AHEAD = 10;

  private final CaseDoor door;
  private final MethodDesk desk;
  private final Audit audit;
  private final Clock clock;

  public DefencePage(
      CaseBook book, Viewers viewers, WayOut wayOut, MethodDesk desk, Audit audit, Clock clock) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
    this.audit = audit;
    this.clock = clock;
  }

  @PostMapping("/cases/{id}/measures")
  String propose(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "mitigation", defaultValue = "") String mitigation,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "once", defaultValue = "") String once) {
    CaseDoor.Inside inside = door.page(visitor, id);
    try {
      if (!desk.propose(
          inside, visitor, Once.of(visitor, once, id, Entry.Kind.MEASURE), mitigation, text)) {
        throw new ResponseStatusException(HttpStatus.CONFLICT);
      }
    } catch (IllegalArgumentException refused) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
    }
    audit.did(visitor, "propose-countermeasure", id.toString());
    return "redirect:/cases/" + id + "/method#defence";
  }

  @PostMapping("/cases/{id}/adopt")
  String adopt(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "measure", defaultValue = "") String measure,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "scope", defaultValue = "") String scope,
      @RequestParam(name = "since", defaultValue = "") String since,
      @RequestParam(name = "once", defaultValue = "") String once) {
    CaseDoor.Inside inside = door.page(visitor, id);
    Adoption adoption =
        Adoption.tryParse(state, scope, since)
            .filter(each -> !each.since().isAfter(latest()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    boolean said =
        desk.adopt(
                inside,
                visitor,
                Once.of(visitor, once, id, Entry.Kind.ADOPTION),
                id(measure),
                adoption)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!said) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    audit.did(visitor, "adopt-countermeasure", id.toString());
    return "redirect:/cases/" + id + "/method#defence";
  }

  private LocalDate latest() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(MOST_YEARS_AHEAD);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException broken) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", broken);
    }
  }
}
