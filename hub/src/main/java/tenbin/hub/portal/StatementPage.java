package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.StatementEntry;
import tenbin.spine.ledger.evidence.StatementText;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.portal.Customer;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/**
 * What left about an organisation, and what became of it: the ledger's own statement, to read and
 * as files that hold by themselves.
 */
@Controller
@May(Act.PORTAL)
public class StatementPage {
  private static final String PATH = PortalGuard.INSIDE + "/statement";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** Lines on the page; the file has all. */
  private static final int MOST = 500;

  private final EvidenceBook ledger;
  private final ConsentDesk desk;
  private final Whom whom;
  private final OwnReports own;
  private final WayOut wayOut;

  public StatementPage(
      EvidenceBook ledger, ConsentDesk desk, Whom whom, OwnReports own, WayOut wayOut) {
    this.ledger = ledger;
    this.desk = desk;
    this.whom = whom;
    this.own = own;
    this.wayOut = wayOut;
  }

  @GetMapping(PATH)
  String statement(HttpServletRequest request, Locale locale, Model model) {
    Customer customer = PortalGuard.visit(request).customer();
    Whom.Named named = whom.named(customer, locale);
    wayOut.willShow(request, OwnReports.errand(customer), named.shown());
    Optional<Evidence.Statement> statement = statementOf(customer);
    List<ConsentDesk.Given> given = desk.of(customer.party());
    Set<UUID> reports = new HashSet<>();
    own.shown(request, customer).forEach(each -> reports.add(each.id()));
    StatementView view = new StatementView(customer, given, reports, whom, named, locale);
    List<StatementEntry> entries = statement.map(StatementEntry::of).orElse(List.of());
    List<StatementView.Line> lines = view.lines(entries);
    model.addAttribute("lines", lines.subList(0, Math.min(MOST, lines.size())));
    model.addAttribute("more", Math.max(0, lines.size() - MOST));
    model.addAttribute("looks", view.ownLooks(entries));
    model.addAttribute("entries", entries.size());
    model.addAttribute("until", statement.map(each -> each.anchor().head().at()));
    model.addAttribute("key", ledger.key().toString());
    model.addAttribute("customer", customer);
    return "hub/portal/statement";
  }

  @GetMapping(PATH + ".json")
  ResponseEntity<byte[]> file(HttpServletRequest request) {
    return file("tenbin-statement.json", MediaType.APPLICATION_JSON, wanted(request).bytes());
  }

  @GetMapping(PATH + ".html")
  ResponseEntity<byte[]> readable(HttpServletRequest request, Locale locale) {
    StatementText.Language language =
        locale.getLanguage().equals("ja") ? StatementText.Language.JA : StatementText.Language.EN;
    String page = new StatementText(wanted(request), ledger.key(), language).html();
    return file("tenbin-statement.html", HTML, page.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(PortalGuard.INSIDE + "/ledger-key.txt")
  ResponseEntity<byte[]> key() {
    byte[] key = (ledger.key() + "\n").getBytes(StandardCharsets.US_ASCII);
    return file("tenbin-ledger-key.txt", MediaType.TEXT_PLAIN, key);
  }

  private Evidence.Statement wanted(HttpServletRequest request) {
    return statementOf(PortalGuard.visit(request).customer())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Optional<Evidence.Statement> statementOf(Customer customer) {
    return ledger.statement(customer.party(), Instant.EPOCH, END);
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }
}
