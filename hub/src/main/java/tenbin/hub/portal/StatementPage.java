package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.member.MemberId;
import tenbin.spine.incident.IncidentBook;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.Permission;
import tenbin.spine.portal.Customer;
import tenbin.web.exit.WayOut;

/** What left about an organisation: when, to whom, what for, which fields, on which ground. */
@Controller
public class StatementPage {
  private final IncidentBook book;
  private final ConsentDesk desk;
  private final Whom whom;
  private final OwnReports own;
  private final WayOut wayOut;

  public StatementPage(
      IncidentBook book, ConsentDesk desk, Whom whom, OwnReports own, WayOut wayOut) {
    this.book = book;
    this.desk = desk;
    this.whom = whom;
    this.own = own;
    this.wayOut = wayOut;
  }

  /**
   * Something that left.
   *
   * @param aim the word of what for; "own" for what its holder looked at
   * @param ground "given", "withdrawn" or "holder"
   */
  public record Line(
      UUID report,
      String to,
      String aim,
      List<String> fields,
      String outlet,
      String ground,
      Instant firstAt,
      Instant lastAt,
      long times) {}

  @GetMapping(PortalGuard.INSIDE + "/statement")
  String statement(HttpServletRequest request, Locale locale, Model model) {
    Customer customer = PortalGuard.visit(request).customer();
    Whom.Named named = whom.named(customer, locale);
    wayOut.willShow(request, OwnReports.errand(customer), named.shown());
    List<ConsentDesk.Given> given = desk.of(customer.party());
    List<Line> lines = new ArrayList<>();
    for (IncidentBook.Left left : book.leftOf(customer.party())) {
      lines.add(line(left, given, named, locale));
    }
    model.addAttribute("lines", lines);
    model.addAttribute("reports", own.shown(request, customer));
    model.addAttribute("desk", own.deskName(customer, locale));
    model.addAttribute("customer", customer);
    return "hub/portal/statement";
  }

  private Line line(
      IncidentBook.Left left, List<ConsentDesk.Given> given, Whom.Named named, Locale locale) {
    IncidentBook.Leaving last = left.last();
    String to = whom.people(List.of(last.recipient()), withThoseNamed(named, given), locale);
    return new Line(
        last.report(),
        to,
        aim(last.purpose()),
        last.fields().stream()
            .flatMap(field -> IncidentField.ofField(field).stream())
            .map(IncidentField::word)
            .toList(),
        last.outlet().toLowerCase(Locale.ROOT),
        ground(last.bases(), given),
        left.firstAt(),
        last.at(),
        left.times());
  }

  /** Whom it named itself it knows. */
  private static Whom.Named withThoseNamed(Whom.Named named, List<ConsentDesk.Given> given) {
    Set<MemberId> itself = new HashSet<>();
    given.forEach(each ->
        each.permission().recipients().stream()
            .filter(value -> !value.startsWith("class:"))
            .map(MemberId::new)
            .forEach(itself::add));
    var names = new java.util.LinkedHashMap<>(named.names());
    itself.forEach(each -> names.putIfAbsent(each, each.text()));
    return new Whom.Named(names, named.shown());
  }

  private static String aim(String code) {
    return Purpose.tryParse(code)
        .flatMap(Permission.Aim::of)
        .map(Permission.Aim::word)
        .orElse("own");
  }

  private static String ground(List<String> bases, List<ConsentDesk.Given> given) {
    return given.stream()
        .filter(each -> bases.contains(each.id()))
        .findFirst()
        .map(each -> each.live() ? "given" : "withdrawn")
        .orElse("holder");
  }
}
