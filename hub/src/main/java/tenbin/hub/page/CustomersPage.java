package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
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
import tenbin.spine.permission.ConsentDesk;
import tenbin.spine.portal.Customer;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.PortalLink;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/** A customer desk's own customers, and the links by which they come into the portal. */
@Controller
@May(Act.SERVE_CUSTOMERS)
public class CustomersPage {
  private static final int MOST_MAIL = 254; // RFC 5321 section 4.5.3.1

  private final PortalBook book;
  private final ConsentDesk desk;
  private final Standing standing;
  private final Audit audit;
  private final Clock clock;

  public CustomersPage(
      PortalBook book, ConsentDesk desk, Standing standing, Audit audit, Clock clock) {
    this.book = book;
    this.desk = desk;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  /** A customer with its links. */
  public record Row(Customer customer, List<PortalLink> links) {}

  @GetMapping("/customers")
  String list(@AuthenticationPrincipal Visitor visitor, Model model) {
    model.addAttribute(
        "rows",
        book.of(visitor.member()).stream()
            .map(each -> new Row(each, book.linksOf(each.id())))
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
    return list(visitor, model);
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
    return list(visitor, model);
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

  @PostMapping("/customers/{id}/end")
  String end(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    Customer customer = own(visitor, id);
    book.end(customer.id());
    desk.end(customer, visitor.actor());
    audit.did(visitor, "end-customer", customer.id().text());
    return "redirect:/customers";
  }
}
