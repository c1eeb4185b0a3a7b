package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.hub.portal.PortalGuard.Visit;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.nouns.incident.IncidentText;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.incident.Redaction;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.spine.post.Tokens;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ZoneChoice;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/** Tells what happened, and says in the same step who may know it for what. */
@Controller
@May(Act.PORTAL)
public class TellPage {
  static final String PATH = PortalGuard.INSIDE + "/tell";

  /** What somebody outside of the field would call it, of the taxonomy's types. */
  private static final List<String> KINDS =
      List.of(
          "phishing",
          "infected-system",
          "system-compromise",
          "privileged-account-compromise",
          "unprivileged-account-compromise",
          "application-compromise",
          "exploit",
          "brute-force",
          "data-leak",
          "data-loss",
          "unauthorised-information-access",
          "unauthorised-information-modification",
          "sabotage",
          "ddos",
          "dos",
          "social-engineering",
          "masquerade",
          "other");

  private final Sights sights;
  private final IncidentBook book;
  private final ConsentDesk desk;
  private final OwnReports own;
  private final Tokens tokens;
  private final WayOut wayOut;
  private final Audit audit;
  private final Clock clock;

  public TellPage(
      Sights sights,
      IncidentBook book,
      ConsentDesk desk,
      OwnReports own,
      Tokens tokens,
      WayOut wayOut,
      Audit audit,
      Clock clock) {
    this.sights = sights;
    this.book = book;
    this.desk = desk;
    this.own = own;
    this.tokens = tokens;
    this.wayOut = wayOut;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping(PATH)
  String blank(HttpServletRequest request, Locale locale, Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneChoice.of(request));
    TellForm form = TellForm.empty(UUID.randomUUID().toString(), ZoneChoice.of(request));
    return form(request, locale, model, form, PermitForm.empty(today));
  }

  private String form(
      HttpServletRequest request, Locale locale, Model model, TellForm form, PermitForm permit) {
    Customer customer = PortalGuard.visit(request).customer();
    Whom.Named named = sights.whom().named(customer, locale);
    wayOut.willShow(request, OwnReports.errand(customer), named.shown());
    model.addAttribute("customer", customer);
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute("form", form);
    model.addAttribute("permit", permit);
    model.addAttribute("kinds", KINDS);
    model.addAttribute("markings", TellForm.MARKINGS);
    model.addAttribute("whom", sights.whom().choices(customer, named, locale));
    model.addAttribute("held", own.holderFor(customer).equals(customer.desk().party()));
    if (!model.containsAttribute("faults")) {
      model.addAttribute("faults", List.of());
    }
    return "hub/portal/tell";
  }

  @PostMapping(PATH)
  String told(
      @RequestParam("step") String step, HttpServletRequest request, Locale locale, Model model) {
    TellForm form = TellForm.of(request);
    PermitForm permit = PermitForm.of(request);
    if (step.equals("back") || form.once().isBlank()) {
      return form(request, locale, model, form, permit);
    }
    IncidentText text = form.read();
    if (!text.faults().isEmpty()) {
      model.addAttribute("faults", text.faults().stream().map(TellForm.Fault::of).toList());
      return form(request, locale, model, form, permit);
    }
    Visit visit = PortalGuard.visit(request);
    IncidentReport report = report(visit.customer(), form, text);
    Optional<Permission> permission = Optional.empty();
    if (!permit.isEmpty()) {
      switch (sights.read(request, visit.customer(), permit, locale)) {
        case PermitForm.Read.Wrong(var word) -> {
          model.addAttribute("wrong", word);
          return form(request, locale, model, form, permit);
        }
        case PermitForm.Read.Good(var good) -> permission = Optional.of(good);
      }
    }
    boolean unseen = cuts(report).stream().anyMatch(each -> !each.broken()) && !form.looked();
    return step.equals("send") && !unseen
        ? send(visit, report, permission)
        : preview(request, locale, model, new Draft(form, permit, report, permission));
  }

  private record Draft(
      TellForm form, PermitForm permit, IncidentReport report, Optional<Permission> permission) {}

  private IncidentReport report(Customer customer, TellForm form, IncidentText text) {
    return new IncidentReport(
        tokens.id("incident", customer.id().text(), form.once()),
        customer.party(),
        own.holderFor(customer),
        clock.instant(),
        form.zone(),
        form.marking(),
        form.asking(),
        text.values());
  }

  /** What is cut out of a field, for its teller to look at. */
  public record Cut(String word, String text, boolean broken) {}

  private static List<Cut> cuts(IncidentReport report) {
    List<Cut> cuts = new ArrayList<>();
    for (IncidentField field : report.values().keySet()) {
      Redaction redaction = Redaction.of(report, field);
      if (redaction.isNeeded()) {
        cuts.add(new Cut(field.word(), redaction.text(), redaction.breaksIt()));
      }
    }
    return cuts;
  }

  private String preview(HttpServletRequest request, Locale locale, Model model, Draft draft) {
    Customer customer = PortalGuard.visit(request).customer();
    model.addAttribute("customer", customer);
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute("held", !draft.report.holder().equals(customer.party()));
    model.addAttribute("form", draft.form);
    model.addAttribute("permit", draft.permit);
    model.addAttribute(
        "lines",
        draft.report.values().entrySet().stream()
            .map(each -> OwnReports.Line.of(each.getKey(), each.getValue()))
            .toList());
    model.addAttribute("cuts", cuts(draft.report));
    model.addAttribute("nobody", draft.permission.isEmpty());
    model.addAttribute(
        "sights", sights.of(request, customer, draft.report, draft.permission, locale));
    return "hub/portal/preview";
  }

  private String send(Visit visit, IncidentReport report, Optional<Permission> permission) {
    PartyId party = visit.customer().party();
    if (book.one(party, report.id()).isEmpty()) {
      book.put(report);
      reviewed(visit, report);
      desk.told(visit.customer(), report, visit.actor());
      audit.did(visit, "tell-incident", report.id().toString());
    }
    boolean permitted =
        desk.of(party).stream()
            .anyMatch(each -> each.report().filter(report.id()::equals).isPresent());
    if (!permitted) {
      permission.ifPresent(
          each -> desk.give(visit.customer(), report, each, visit.actor(), List.of()));
    }
    return "redirect:" + ReportPage.path(report.id()) + "?thanks";
  }

  private void reviewed(Visit visit, IncidentReport report) {
    Instant now = clock.instant();
    for (IncidentField field : report.values().keySet()) {
      Redaction redaction = Redaction.of(report, field);
      if (redaction.isNeeded() && !redaction.breaksIt()) {
        book.reviewed(
            new IncidentBook.Review(
                report.id(), field, redaction.digest(), visit.actor(), now, false));
      }
    }
  }
}
