package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.permission.RowConsents;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.PortalLink;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Table;
import tenbin.web.table.Tables;

/** A customer desk's own customers, and the links by which they come into the portal. */
@Controller
@May(Act.SERVE_CUSTOMERS)
public class CustomersPage {
  private static final int MOST_MAIL = 254; // RFC 5321 section 4.5.3.1

  private static final Columns<Customer> COLUMNS =
      new Columns<Customer>(each -> List.of(each.name(), each.mail())).by("name", Customer::name);

  private final PortalBook book;
  private final ConsentDesk desk;
  private final RowConsents networks;
  private final Standing standing;
  private final Tables tables;
  private final Audit audit;
  private final Clock clock;

  public CustomersPage(
      PortalBook book,
      ConsentDesk desk,
      RowConsents networks,
      Standing standing,
      Tables tables,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.desk = desk;
    this.networks = networks;
    this.standing = standing;
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  /** A customer with its links and its networks on record. */
  public record Row(
      Customer customer, List<PortalLink> links, List<RowConsents.OnRecord> networks) {}

  @GetMapping("/customers")
  String list(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    Table<Customer> table =
        tables.of(request, visitor, "/customers", book.of(visitor.member()), COLUMNS);
    model.addAttribute("table", table);
    model.addAttribute(
        "rows",
        table.rows().stream()
            .map(each -> new Row(each, book.linksOf(each.id()), networks.networksOf(each.party())))
            .toList());
    model.addAttribute("now", clock.instant());
    model.addAttribute("office", standing.of(visitor.member()) == Role.SECRETARIAT);
    return "hub/page/customers";
  }

  @PostMapping("/customers")
  String add(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("name") String name,
      @RequestParam("mail") String mail,
      HttpServletRequest request,
      Model model) {
    String plainMail = mail.strip();
    boolean good =
        plainMail.length() <= MOST_MAIL
            && plainMail.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+");
    try {
      if (good) {
        Customer made = book.add(visitor.member(), name.strip(), plainMail);
        desk.welcome(made, visitor.actor());
        audit.did(visitor, "add-customer", made.id().text());
        return "redirect:/customers";
      }
    } catch (IllegalArgumentException refused) {
      good = false;
    }
    model.addAttribute("refused", !good);
    return list(visitor, request, model);
  }

  private Customer own(Visitor visitor, String id) {
    return parse(id)
        .flatMap(book::find)
        .filter(each -> each.desk().equals(visitor.member()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<MemberId> parse(String id) {
    try {
      return Optional.of(new MemberId(id));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  @PostMapping("/customers/{id}/links")
  String issue(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "days", defaultValue = "30") int days,
      @RequestParam(name = "coded", defaultValue = "false") boolean coded,
      HttpServletRequest request,
      Model model) {
    Customer customer = own(visitor, id);
    if (!customer.isActive() || days < 1 || days > PortalBook.LONGEST.toDays()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    PortalBook.Issued issued =
        book.issue(
            new PortalBook.Order(
                customer.id(), Optional.empty(), coded, visitor.actor(), Duration.ofDays(days)));
    audit.did(visitor, "issue-link", issued.link().id().toString());
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    model.addAttribute("link", base + "/portal#" + issued.secret());
    model.addAttribute("code", issued.code().orElse(""));
    model.addAttribute("whose", customer);
    return list(visitor, request, model);
  }

  @PostMapping("/customers/{id}/links/{link}/end")
  String endLink(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @PathVariable("link") UUID link) {
    Customer customer = own(visitor, id);
    boolean its = book.linksOf(customer.id()).stream().anyMatch(each -> each.id().equals(link));
    if (!its) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    book.revoke(link);
    audit.did(visitor, "end-link", link.toString());
    return "redirect:/customers";
  }

  /** What a desk says of a network of others counts for no row: so nothing is asked here. */
  @PostMapping("/customers/{id}/networks")
  String put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam("prefix") String prefix,
      @RequestParam("from") String from,
      HttpServletRequest request,
      Model model) {
    Customer customer = own(visitor, id);
    Optional<Prefix> network = Prefix.tryParse(prefix.strip());
    Optional<Instant> since = day(from);
    if (network.isEmpty() || since.isEmpty() || !customer.isActive()) {
      model.addAttribute("wrongNetwork", true);
      return list(visitor, request, model);
    }
    networks.put(customer, network.get(), since.get(), visitor.actor());
    audit.did(visitor, "put-network", customer.id().text());
    return "redirect:/customers";
  }

  private static Optional<Instant> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  @PostMapping("/customers/{id}/networks/end")
  String endNetwork(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam("network") String network) {
    Customer customer = own(visitor, id);
    if (!networks.end(customer, network, visitor.actor())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    audit.did(visitor, "end-network", network);
    return "redirect:/customers";
  }

  @PostMapping("/customers/{id}/end")
  String end(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    Customer customer = own(visitor, id);
    book.end(customer.id());
    desk.end(customer, visitor.actor());
    audit.did(visitor, "end-customer", customer.id().text());
    return "redirect:/customers";
  }
}
