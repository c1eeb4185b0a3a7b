package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.hub.portal.PortalGuard.Visit;
import tenbin.spine.asking.AskBook;
import tenbin.spine.asking.AskTask;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.RowConsents;
import tenbin.spine.permission.RowPermission;
import tenbin.spine.portal.Customer;
import tenbin.web.audit.Audit;
import tenbin.web.layout.ZoneChoice;

/**
 * What members saw of an organisation's network: who may get which part of it, given, narrowed,
 * withdrawn. Whether anybody saw anything is not told here.
 */
@Controller
public class RowsPage {
  static final String PATH = PortalGuard.INSIDE + "/network";

  private final RowConsents consents;
  private final ConsentDesk desk;
  private final AskBook tasks;
  private final OwnReports own;
  private final Whom whom;
  private final Audit audit;
  private final Clock clock;

  public RowsPage(
      RowConsents consents,
      ConsentDesk desk,
      AskBook tasks,
      OwnReports own,
      Whom whom,
      Audit audit,
      Clock clock) {
    this.consents = consents;
    this.desk = desk;
    this.tasks = tasks;
    this.own = own;
    this.whom = whom;
    this.audit = audit;
    this.clock = clock;
  }

  /** A consent in words. */
  public record Given(
      String id,
      List<String> parts,
      List<String> recipients,
      Instant until,
      String state,
      boolean live,
      Instant from,
      Optional<Instant> endedAt) {}

  @GetMapping(PATH)
  String show(HttpServletRequest request, Locale locale, Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneChoice.of(request));
    return show(request, locale, model, RowPermitForm.empty(today));
  }

  private String show(
      HttpServletRequest request, Locale locale, Model model, RowPermitForm permit) {
    Customer customer = PortalGuard.visit(request).customer();
    model.addAttribute("customer", customer);
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute("networks", consents.networksOf(customer.party()));
    model.addAttribute("given", given(customer, locale));
    model.addAttribute("asked", asked(PortalGuard.visit(request)));
    model.addAttribute("permit", permit);
    model.addAttribute("whom", choices(customer, locale));
    return "hub/portal/network";
  }

  /** Open questions to which nothing was said by this link yet. */
  private List<AskTask> asked(Visit visit) {
    return tasks.all().stream()
        .filter(each -> each.state() == AskTask.State.OPEN)
        .filter(each -> each.matter().isAboutRowsOfItsSubject())
        .filter(each -> each.matter().subject().equals(visit.customer().party()))
        .filter(
            each -> each.words().stream().noneMatch(word -> word.person().equals(visit.actor())))
        .toList();
  }

  /** Rows go to the member that is responsible for an address, and to nobody else. */
  private List<Whom.Choice> choices(Customer customer, Locale locale) {
    List<Whom.Choice> choices = new ArrayList<>();
    choices.add(
        new Whom.Choice(
            RowPermission.RESPONSIBLE, whom.className(RowPermission.RESPONSIBLE, locale)));
    if (whom.isOperator(customer.desk())) {
      choices.add(new Whom.Choice(customer.desk().text(), own.deskName(customer, locale)));
    }
    return choices;
  }

  private List<Given> given(Customer customer, Locale locale) {
    return consents.of(customer.party()).stream()
        .map(each ->
            new Given(
                each.id(),
                each.permission().parts().stream().sorted().map(RowPermission.Part::word).toList(),
                each.permission().recipients().stream()
                    .sorted()
                    .map(value -> name(value, customer, locale))
                    .toList(),
                each.permission().until(),
                each.state(),
                each.live(),
                each.from(),
                each.endedAt()))
        .toList();
  }

  private String name(String recipient, Customer customer, Locale locale) {
    return recipient.equals(customer.desk().text())
        ? own.deskName(customer, locale)
        : whom.className(RowPermission.RESPONSIBLE, locale);
  }

  @PostMapping(PATH)
  String permit(
      @RequestParam(name = "instead", required = false, defaultValue = "") List<String> instead,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Visit visit = PortalGuard.visit(request);
    RowPermitForm form = RowPermitForm.of(request);
    return switch (form.read(
        Whom.values(choices(visit.customer(), locale)), clock.instant(), ZoneChoice.of(request))) {
      case RowPermitForm.Read.Wrong(var word) -> {
        model.addAttribute("wrong", word);
        yield show(request, locale, model, form);
      }
      case RowPermitForm.Read.Good(var permission) -> {
        String made = consents.give(visit.customer(), permission, visit.actor(), instead);
        audit.did(visit, "give-consent", made);
        yield "redirect:" + PATH;
      }
    };
  }

  @PostMapping(PATH + "/withdraw")
  String withdraw(@RequestParam("consent") String consent, HttpServletRequest request) {
    Visit visit = PortalGuard.visit(request);
    if (consents.withdraw(visit.customer(), consent, visit.actor())) {
      audit.did(visit, "withdraw-consent", consent);
    }
    return "redirect:" + PATH;
  }

  @GetMapping(PATH + "/receipt")
  ResponseEntity<byte[]> receipt(
      @RequestParam("consent") String consent, HttpServletRequest request) {
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
