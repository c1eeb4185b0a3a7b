package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.hub.portal.PortalGuard.Visit;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ZoneChoice;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/** One of an organisation's own reports: who may know it, given, narrowed, withdrawn. */
@Controller
@May(Act.PORTAL)
public class ReportPage {
  private static final String PATH = PortalGuard.INSIDE + "/reports/{id}";

  private final Sights sights;
  private final IncidentBook book;
  private final ConsentDesk desk;
  private final OwnReports own;
  private final WayOut wayOut;
  private final Audit audit;
  private final Clock clock;

  public ReportPage(
      Sights sights,
      IncidentBook book,
      ConsentDesk desk,
      OwnReports own,
      WayOut wayOut,
      Audit audit,
      Clock clock) {
    this.sights = sights;
    this.book = book;
    this.desk = desk;
    this.own = own;
    this.wayOut = wayOut;
    this.audit = audit;
    this.clock = clock;
  }

  static String path(UUID id) {
    return PortalGuard.INSIDE + "/reports/" + id;
  }

  /** A permission in words. */
  public record Given(
      String id,
      List<String> parts,
      List<String> aims,
      List<String> recipients,
      Instant until,
      String state,
      boolean live,
      Instant from,
      Optional<Instant> endedAt) {}

  @GetMapping(PATH)
  String one(@PathVariable("id") UUID id, HttpServletRequest request, Locale locale, Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneChoice.of(request));
    model.addAttribute("thanks", request.getParameter("thanks") != null);
    return show(report(request, id), request, locale, model, PermitForm.empty(today));
  }

  /** Another's report and one that never was are alike. */
  private IncidentReport report(HttpServletRequest request, UUID id) {
    return book.one(PortalGuard.visit(request).customer().party(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(
      IncidentReport report,
      HttpServletRequest request,
      Locale locale,
      Model model,
      PermitForm permit) {
    Customer customer = PortalGuard.visit(request).customer();
    OwnReports.Own shown =
        own.one(request, customer, report)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Whom.Named named = sights.whom().named(customer, locale);
    wayOut.willShow(request, OwnReports.errand(customer), named.shown());
    model.addAttribute("report", shown);
    model.addAttribute("customer", customer);
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute("held", !report.holder().equals(customer.party()));
    model.addAttribute("marking", report.marking().label());
    model.addAttribute("permit", permit);
    model.addAttribute("whom", sights.whom().choices(customer, named, locale));
    model.addAttribute("given", given(customer, report.id(), named, locale));
    model.addAttribute("now", sights.of(request, customer, report, Optional.empty(), locale));
    return "hub/portal/report";
  }

  private List<Given> given(Customer customer, UUID report, Whom.Named named, Locale locale) {
    return desk.of(customer.party()).stream()
        .filter(each -> each.report().filter(report::equals).isPresent())
        .map(each -> given(each, named, locale))
        .toList();
  }

  private Given given(ConsentDesk.Given each, Whom.Named named, Locale locale) {
    Permission permission = each.permission();
    return new Given(
        each.id(),
        permission.parts().stream().sorted().map(Permission.Part::word).toList(),
        permission.aims().stream().sorted().map(Permission.Aim::word).toList(),
        permission.recipients().stream()
            .sorted()
            .map(value -> sights.whom().name(value, named, locale))
            .toList(),
        permission.until(),
        each.state(),
        each.live(),
        each.from(),
        each.endedAt());
  }

  @PostMapping(PATH + "/permit")
  String permit(
      @PathVariable("id") UUID id,
      @RequestParam("step") String step,
      @RequestParam(name = "instead", required = false, defaultValue = "") List<String> instead,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    IncidentReport report = report(request, id);
    Visit visit = PortalGuard.visit(request);
    PermitForm form = PermitForm.of(request);
    return switch (sights.read(request, visit.customer(), form, locale)) {
      case PermitForm.Read.Wrong(var word) -> {
        model.addAttribute("wrong", word);
        yield show(report, request, locale, model, form);
      }
      case PermitForm.Read.Good(var permission) when step.equals("give") -> {
        String made = desk.give(visit.customer(), report, permission, visit.actor(), instead);
        audit.did(visit, "give-consent", made);
        yield "redirect:" + path(id);
      }
      case PermitForm.Read.Good(var permission) -> {
        model.addAttribute(
            "tried", sights.of(request, visit.customer(), report, Optional.of(permission), locale));
        model.addAttribute("instead", instead);
        yield show(report, request, locale, model, form);
      }
    };
  }

  @PostMapping(PATH + "/withdraw")
  String withdraw(
      @PathVariable("id") UUID id,
      @RequestParam("consent") String consent,
      HttpServletRequest request) {
    report(request, id);
    Visit visit = PortalGuard.visit(request);
    if (desk.withdraw(visit.customer(), consent, visit.actor())) {
      audit.did(visit, "withdraw-consent", consent);
    }
    return "redirect:" + path(id);
  }

  @GetMapping(PATH + "/receipt")
  ResponseEntity<byte[]> receipt(
      @PathVariable("id") UUID id,
      @RequestParam("consent") String consent,
      HttpServletRequest request) {
    report(request, id);
    Customer customer = PortalGuard.visit(request).customer();
    String json =
        desk.receipt(customer.party(), consent)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .header("Content-Type", "application/ld+json; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"receipt.json\"")
        .body(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
