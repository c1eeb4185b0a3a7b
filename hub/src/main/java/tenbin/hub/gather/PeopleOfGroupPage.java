package tenbin.hub.gather;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Outlet;
import tenbin.spine.group.role.Seats;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** Who holds which role of a working group until when, and who held it before. */
@Controller
public class PeopleOfGroupPage {
  private final GroupDoor door;
  private final SeatDoor seats;
  private final WayOut wayOut;

  public PeopleOfGroupPage(GroupDoor door, SeatDoor seats, WayOut wayOut) {
    this.door = door;
    this.seats = seats;
    this.wayOut = wayOut;
  }

  @GetMapping("/groups/{id}/people")
  @May(Act.READ)
  String people(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    GroupDoor.Inside inside = inside(visitor, id, locale);
    List<SeatLine> all = seats.seats(visitor, inside);
    model.addAttribute("inside", inside);
    model.addAttribute("group", inside.line());
    model.addAttribute("offices", seats.offices(inside, all));
    model.addAttribute("now", all.stream().filter(each -> !each.state().equals("over")).toList());
    model.addAttribute("before", all.stream().filter(each -> each.state().equals("over")).toList());
    model.addAttribute(
        "participants",
        all.stream().filter(each -> each.holds() && each.role().equals("participant")).toList());
    model.addAttribute("colleagues", inside.part().names() ? seats.colleagues(visitor) : List.of());
    model.addAttribute(
        "given",
        inside.part().secretariat()
            ? List.of("chair", "vice-chair", "secretary")
            : List.of("vice-chair", "secretary"));
    model.addAttribute("once", Once.fresh());
    model.addAttribute("mostName", Seats.MOST_NAME);
    GroupsPage.show(wayOut, visitor, request, inside.papers());
    return "hub/gather/people";
  }

  private GroupDoor.Inside inside(Visitor visitor, String id, Locale locale) {
    return door.enterPeople(visitor, id, Outlet.PAGE, locale);
  }

  @PostMapping("/groups/{id}/people")
  @May(Act.GATHER)
  String name(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "person", defaultValue = "") String person,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "until", defaultValue = "") String until,
      @RequestParam(name = "once", defaultValue = "") String once,
      Locale locale) {
    GroupDoor.Inside inside = inside(visitor, id, locale);
    seats.name(visitor, inside, new SeatDoor.Named(once, person, name, until));
    return back(id);
  }

  @PostMapping("/groups/{id}/people/office")
  @May(Act.GATHER)
  String give(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "role", defaultValue = "") String role,
      @RequestParam(name = "seat", defaultValue = "") String seat,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "until", defaultValue = "") String until,
      @RequestParam(name = "once", defaultValue = "") String once,
      Locale locale) {
    GroupDoor.Inside inside = inside(visitor, id, locale);
    SeatDoor.Office office = new SeatDoor.Office(once, role, seat, from, until);
    seats.give(visitor, inside, office);
    return back(id);
  }

  @PostMapping("/groups/{id}/people/end")
  @May(Act.GATHER)
  String end(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "seat", defaultValue = "") String seat,
      Locale locale) {
    seats.end(visitor, inside(visitor, id, locale), seat);
    return back(id);
  }

  private static String back(String id) {
    return "redirect:/groups/" + id + "/people";
  }
}
