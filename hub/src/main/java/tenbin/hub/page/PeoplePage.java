package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import tenbin.web.audit.Audit;
import tenbin.web.factor.SecondFactors;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Invitations;
import tenbin.web.signin.Office;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tenbin.web.signin.Seats;
import tenbin.web.signin.Staff;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** A member's own people, looked after by its administrators; the secretariat sees everybody's. */
@Controller
public class PeoplePage {
  private final People people;
  private final Staff staff;
  private final Invitations invitations;
  private final SecondFactors factors;
  private final Seats seats;
  private final Tables tables;
  private final Audit audit;

  public PeoplePage(
      People people,
      Staff staff,
      Invitations invitations,
      SecondFactors factors,
      Seats seats,
      Tables tables,
      Audit audit) {
    this.people = people;
    this.staff = staff;
    this.invitations = invitations;
    this.factors = factors;
    this.seats = seats;
    this.tables = tables;
    this.audit = audit;
  }

  /** A person as a line of the list. */
  public record Row(Person person, boolean factor, int seats) {
    /** Offices in their order. */
    public List<Office> offices() {
      return person.offices().stream().sorted().toList();
    }
  }

  private static final Columns<Row> COLUMNS =
      new Columns<Row>(row -> List.of(row.person().login()))
          .by("login", row -> row.person().login())
          .by("seats", Row::seats);

  private static final Columns<Row> EVERYBODY =
      new Columns<Row>(row -> List.of(row.person().member().text(), row.person().login()))
          .by("member", row -> row.person().member().text())
          .by("login", row -> row.person().login())
          .by("seats", Row::seats);

  private Row row(Person person) {
    return new Row(person, factors.isAsked(person.id()), seats.of(person.login()).size());
  }

  @GetMapping("/people")
  @May(Act.MANAGE_PEOPLE)
  String own(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    List<Row> rows = staff.of(visitor.member()).stream().map(this::row).toList();
    model.addAttribute("table", tables.of(request, visitor, "/people", rows, COLUMNS));
    model.addAttribute("all", Office.values());
    model.addAttribute("suffix", "@" + visitor.memberText());
    return "hub/page/people";
  }

  @GetMapping("/secretariat/people")
  @May(Act.WATCH_CIRCLE)
  String everybody(
      @AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    List<Row> rows =
        people.everybody().stream()
            .filter(Person::isActive)
            .sorted(
                Comparator.comparing((Person each) -> each.member().text())
                    .thenComparing(Person::login))
            .map(this::row)
            .toList();
    model.addAttribute(
        "table", tables.of(request, visitor, "/secretariat/people", rows, EVERYBODY));
    return "hub/page/people-all";
  }

  @PostMapping("/people")
  @May(Act.MANAGE_PEOPLE)
  String invite(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("login") String login,
      @RequestParam(name = "office", required = false, defaultValue = "") List<String> words,
      HttpServletRequest request,
      Model model) {
    Set<Office> offices = offices(words);
    try {
      if (offices.isEmpty()) {
        throw new IllegalArgumentException("no office");
      }
      Person person = people.invite(visitor.member(), login, offices);
      audit.did(visitor, "invite", person.id().toString());
      showLink(person, visitor, request, model);
    } catch (IllegalArgumentException refused) {
      model.addAttribute("refused", "login");
    }
    return own(visitor, request, model);
  }

  private void showLink(Person person, Visitor visitor, HttpServletRequest request, Model model) {
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    model.addAttribute("link", base + "/welcome#" + invitations.make(person, visitor.actor()));
    model.addAttribute("whose", person);
  }

  private Person one(Visitor visitor, UUID id) {
    return staff
        .find(visitor.member(), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/people/{id}/invite")
  @May(Act.MANAGE_PEOPLE)
  String again(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Model model) {
    Person person = one(visitor, id);
    showLink(person, visitor, request, model);
    audit.did(visitor, "invite-again", id.toString());
    return own(visitor, request, model);
  }

  @PostMapping("/people/{id}/offices")
  @May(Act.MANAGE_PEOPLE)
  String give(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "office", required = false, defaultValue = "") List<String> words,
      HttpServletRequest request,
      Model model) {
    Person person = one(visitor, id);
    try {
      staff.give(person, offices(words));
    } catch (Staff.LastAdministrator last) {
      return refused("last", visitor, request, model);
    } catch (IllegalArgumentException none) {
      return refused("none", visitor, request, model);
    }
    audit.did(visitor, "give-offices", id + " " + String.join(" ", words));
    return "redirect:/people";
  }

  /** For somebody who lost its authenticator; an administrator who did so asks another one. */
  @PostMapping("/people/{id}/factor/end")
  @May(Act.MANAGE_PEOPLE)
  String endFactor(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Model model) {
    Person person = one(visitor, id);
    if (visitor.login().filter(person.login()::equals).isPresent()) {
      return refused("self", visitor, request, model);
    }
    factors.remove(id);
    audit.did(visitor, "end-second-factor", id.toString());
    return "redirect:/people";
  }

  /** For a device that was lost: whoever sits there is out, the person signs in anew. */
  @PostMapping("/people/{id}/seats/end")
  @May(Act.MANAGE_PEOPLE)
  String endSeats(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    Person person = one(visitor, id);
    seats.endOthers(person.login(), Optional.empty());
    audit.did(visitor, "end-sessions", id.toString());
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/end")
  @May(Act.MANAGE_PEOPLE)
  String end(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Model model) {
    Person person = one(visitor, id);
    try {
      staff.end(person);
    } catch (Staff.LastAdministrator last) {
      return refused("last", visitor, request, model);
    }
    audit.did(visitor, "end-person", id.toString());
    return "redirect:/people";
  }

  private String refused(String why, Visitor visitor, HttpServletRequest request, Model model) {
    model.addAttribute("refused", why);
    return own(visitor, request, model);
  }

  private static Set<Office> offices(List<String> words) {
    Set<Office> all = EnumSet.noneOf(Office.class);
    words.forEach(word -> Office.tryParse(word).ifPresent(all::add));
    return all;
  }
}
