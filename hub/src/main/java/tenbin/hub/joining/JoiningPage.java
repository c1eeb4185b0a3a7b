package tenbin.hub.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tenbin.nouns.member.ContactRole;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.Newcomer;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** What a newcomer has left to do, in one sitting; and the proof of any member's networks. */
@Controller
public class JoiningPage {
  private static final String BACK = "redirect:/joining";

  private final JoiningDoor door;
  private final RangePapers papers;
  private final AgreementPapers agreements;
  private final FirstRow firstRow;
  private final ContactDoor contacts;
  private final Handing handing;

  public JoiningPage(
      JoiningDoor door,
      RangePapers papers,
      AgreementPapers agreements,
      FirstRow firstRow,
      ContactDoor contacts,
      Handing handing) {
    this.contacts = contacts;
    this.handing = handing;
    this.door = door;
    this.papers = papers;
    this.agreements = agreements;
    this.firstRow = firstRow;
  }

  @GetMapping("/joining")
  @May(Act.SETTLE_IN)
  String joining(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    door.arrived(visitor);
    Optional<Progress> progress = door.own(visitor);
    boolean member = progress.map(each -> each.newcomer().joinedAt().isPresent()).orElse(true);
    if (progress.isPresent() && member) {
      firstRow.look(visitor, request, locale).ifPresent(row -> model.addAttribute("row", row));
      model.addAttribute("rows", firstRow.rows(visitor));
      progress = door.own(visitor);
    }
    progress.ifPresent(each -> {
      model.addAttribute("progress", each);
      model.addAttribute("name", each.newcomer().invited().name(locale));
      model.addAttribute("contacts", door.joining().contacts(visitor.member()));
      model.addAttribute("roles", ContactRole.values());
      model.addAttribute(
          "agreements", handing.agreements(request, agreements.of(visitor.member())));
      model.addAttribute("reports", firstRow.reports(visitor));
    });
    model.addAttribute("settling", !member);
    model.addAttribute("ranges", papers.of(visitor.member()));
    model.addAttribute("told", door.told(visitor));
    model.addAttribute("mark", door.joining().mark(visitor.member()));
    model.addAttribute(
        "base", ServletUriComponentsBuilder.fromContextPath(request).build().toUriString());
    model.addAttribute("asksDns", door.asks(Lookups.Way.DNS));
    model.addAttribute("asksRegistry", door.asks(Lookups.Way.REGISTRY));
    model.addAttribute("asksContacts", contacts.isOpen());
    return "hub/joining/joining";
  }

  /** Looks again for the first row, for a page that waits. */
  @GetMapping("/joining/row")
  @May(Act.SETTLE_IN)
  String row(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    joining(visitor, request, locale, model);
    return "hub/joining/joining :: live";
  }

  @PostMapping("/joining/networks")
  @May(Act.PROVE)
  String enter(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "networks", defaultValue = "") String networks,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    RangeText text = RangeText.of(networks);
    try {
      model.addAttribute("fresh", door.enter(visitor, text));
      model.addAttribute("strange", text.strange());
    } catch (Joining.Refused tooMany) {
      model.addAttribute("tooMany", Joining.MOST_RANGES);
    }
    return joining(visitor, request, locale, model);
  }

  @PostMapping("/joining/networks/check")
  @May(Act.PROVE)
  String check(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("network") String network,
      @RequestParam(name = "by", defaultValue = "dns") String by,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Lookups.Way way = Lookups.Way.tryParse(by).orElseThrow(Problem::absent);
    JoiningDoor.Checked checked = door.check(visitor, network, way);
    model.addAttribute("checked", CheckLine.of(network, checked));
    return joining(visitor, request, locale, model);
  }

  /** Shows whom a registry names for a network. */
  @PostMapping("/joining/networks/contacts")
  @May(Act.PROVE)
  String contacts(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("network") String network,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    model.addAttribute("named", network);
    try {
      model.addAttribute("registered", contacts.contacts(visitor, network));
    } catch (Problem silent) {
      model.addAttribute("registrySilent", silent.getMessage());
    }
    return joining(visitor, request, locale, model);
  }

  /** Asks one of them by mail. */
  @PostMapping("/joining/networks/letter")
  @May(Act.PROVE)
  String letter(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("network") String network,
      @RequestParam("mail") String mail,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    model.addAttribute("named", network);
    model.addAttribute("asked", contacts.ask(visitor, network, mail).word());
    model.addAttribute("askedMail", mail);
    return joining(visitor, request, locale, model);
  }

  @PostMapping("/joining/networks/remove")
  @May(Act.PROVE)
  String remove(@AuthenticationPrincipal Visitor visitor, @RequestParam("network") String network) {
    door.forget(visitor, network);
    return BACK;
  }

  @PostMapping("/joining/sign")
  @May(Act.SIGN)
  String sign(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "agreement", defaultValue = "") List<String> signed) {
    door.sign(visitor, signed);
    return BACK;
  }

  /** What was signed, to print and to file. */
  @GetMapping("/joining/record")
  @May(Act.SETTLE_IN)
  String record(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Newcomer newcomer = door.joining().find(visitor.member()).orElseThrow(Problem::absent);
    model.addAttribute("name", newcomer.invited().name(locale));
    model.addAttribute("newcomer", newcomer);
    model.addAttribute("agreements", handing.agreements(request, agreements.of(visitor.member())));
    return "hub/joining/record";
  }

  @PostMapping("/joining/contact")
  @May(Act.PROVE)
  String contact(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("role") String role,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "mail", defaultValue = "") String mail,
      @RequestParam(name = "phone", defaultValue = "") String phone) {
    door.contact(visitor, role, name, mail, phone);
    return BACK;
  }
}
