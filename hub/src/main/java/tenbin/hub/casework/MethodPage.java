package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.hub.page.CaseView;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.method.Adoption;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.spine.casework.method.Catalogue;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** What the attack of a case does, written together, and what stops it. */
@Controller
public class MethodPage {
  private final CaseDoor door;
  private final MethodDesk desk;
  private final Roster roster;
  private final Audit audit;
  private final Clock clock;

  public MethodPage(
      CaseBook book,
      Viewers viewers,
      WayOut wayOut,
      MethodDesk desk,
      Roster roster,
      Audit audit,
      Clock clock) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
    this.roster = roster;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/method")
  @May(Act.READ)
  String method(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "history", defaultValue = "") String history,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    CaseDoor.Inside inside = door.page(visitor, id);
    if (!history.isEmpty()) {
      List<Disclosure> versions = desk.history(inside, history);
      door.show(request, visitor, versions);
      model.addAttribute("versions", papers(versions, locale));
    }
    return show(visitor, inside, request, locale, model);
  }

  private String show(
      Visitor visitor,
      CaseDoor.Inside inside,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    List<Disclosure> papers = desk.papers(inside);
    List<CaseDefence.Measure> measures = desk.measures(inside);
    door.show(request, visitor, List.of(inside.shared().seen()));
    door.show(request, visitor, papers);
    door.show(request, visitor, MethodDesk.told(measures));
    model.addAttribute("one", CaseView.of(inside.shared().seen(), clock.instant()));
    model.addAttribute("papers", papers(papers, locale));
    model.addAttribute(
        "measures",
        measures.stream().map(each -> MeasureLine.of(each, roster.circle(), locale)).toList());
    model.addAttribute("techniques", Catalogue.TECHNIQUES.all());
    model.addAttribute("mitigations", Catalogue.MITIGATIONS.all());
    model.addAttribute("locale", locale);
    model.addAttribute(
        "adoptions", Arrays.stream(Adoption.State.values()).map(Adoption.State::word).toList());
    model.addAttribute(
        "scopes", Arrays.stream(Adoption.Scope.values()).map(Adoption.Scope::word).toList());
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    model.addAttribute("today", LocalDate.ofInstant(clock.instant(), time.zone()));
    model.addAttribute("once", Once.fresh());
    model.addAttribute("mostText", CaseMethod.MOST_TEXT);
    model.addAttribute("mostMeasure", CaseDefence.MOST_TEXT);
    return "hub/casework/method";
  }

  private List<Paper> papers(List<Disclosure> told, Locale locale) {
    return told.stream().map(each -> Paper.of(each, roster.circle(), locale)).toList();
  }

  @PostMapping("/cases/{id}/method")
  @May(Act.WORK_ON_CASES)
  String write(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "technique", defaultValue = "") String technique,
      @RequestParam(name = "base", defaultValue = "") String base,
      @RequestParam(name = "text", defaultValue = "") String text,
      @RequestParam(name = "once", defaultValue = "") String once,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    CaseDoor.Inside inside = door.page(visitor, id);
    CaseMethod.Outcome outcome =
        desk.write(inside, visitor, draft(visitor, id, technique, base, text, once));
    return switch (outcome) {
      case CaseMethod.Outcome.Written ignored -> {
        audit.did(visitor, "write-method", id.toString());
        yield "redirect:/cases/" + id + "/method";
      }
      case CaseMethod.Outcome.TooMany ignored ->
          throw new ResponseStatusException(HttpStatus.CONFLICT);
      case CaseMethod.Outcome.Between(var now) -> {
        response.setStatus(HttpStatus.CONFLICT.value());
        now.ifPresent(each -> door.show(request, visitor, List.of(each)));
        model.addAttribute(
            "between", now.map(each -> papers(List.of(each), locale)).orElse(List.of()));
        model.addAttribute("mine", text);
        model.addAttribute("about", technique);
        yield show(visitor, inside, request, locale, model);
      }
    };
  }

  private static CaseMethod.Draft draft(
      Visitor visitor, UUID id, String technique, String base, String text, String once) {
    String about = technique.isEmpty() ? CaseMethod.SUMMARY : technique.strip();
    try {
      return new CaseMethod.Draft(Once.of(visitor, once, id, Entry.Kind.METHOD), about, base, text);
    } catch (IllegalArgumentException refused) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, refused.getMessage(), refused);
    }
  }
}
