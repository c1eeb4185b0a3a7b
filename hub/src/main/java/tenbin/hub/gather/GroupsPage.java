package tenbin.hub.gather;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Outlet;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.Groups;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The groups of a circle, and those that members open among themselves. */
@Controller
public class GroupsPage {
  /** Minutes of one page. */
  static final int MOST = 20;

  private static final int MOST_PAGES = 1_000;

  private final GroupDoor door;
  private final WayOut wayOut;

  public GroupsPage(GroupDoor door, WayOut wayOut) {
    this.door = door;
    this.wayOut = wayOut;
  }

  @GetMapping("/groups")
  @May(Act.READ)
  String groups(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    GroupPapers papers = door.papers(visitor, Outlet.PAGE, locale);
    List<GroupPapers.Line> all =
        door.seenBy(visitor).stream().map(papers::group).flatMap(Optional::stream).toList();
    model.addAttribute("working", all.stream().filter(each -> !each.among()).toList());
    model.addAttribute("among", all.stream().filter(GroupPapers.Line::among).toList());
    model.addAttribute("others", door.others(visitor, locale));
    model.addAttribute("once", Once.fresh());
    model.addAttribute("mostInvited", Groups.MOST_INVITED);
    show(visitor, request, papers);
    return "hub/gather/groups";
  }

  @PostMapping("/groups")
  @May(Act.GATHER)
  String open(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("name") String name,
      @RequestParam("purpose") String purpose,
      @RequestParam("until") String until,
      @RequestParam(name = "invite", defaultValue = "") List<String> invite,
      @RequestParam(name = "once", defaultValue = "") String once,
      Locale locale,
      Model model) {
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    GroupLine.Opened opened =
        new GroupLine.Opened(name.strip(), purpose.strip(), GroupDoor.endOf(until, time.zone()));
    return "redirect:/groups/" + door.open(visitor, once, opened, invite, locale);
  }

  @GetMapping("/groups/{id}")
  @May(Act.READ)
  String one(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "page", defaultValue = "0") int number,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    GroupDoor.Inside inside = door.enter(visitor, id, Outlet.PAGE, locale);
    GroupPapers papers = inside.papers();
    GroupPapers.Line line = inside.line();
    int place = Math.clamp(number, 0, MOST_PAGES);
    int all = papers.count(inside.group());
    model.addAttribute("inside", inside);
    model.addAttribute("group", line);
    model.addAttribute(
        "minutes", papers.minutes(inside.group(), inside.part().reads(), place * MOST, MOST));
    model.addAttribute("all", all);
    model.addAttribute("page", place);
    model.addAttribute("pages", Math.ceilDiv(all, MOST));
    model.addAttribute(
        "others",
        line.own().equals("opener") && !line.over() ? door.others(visitor, locale) : List.of());
    model.addAttribute("once", Once.fresh());
    model.addAttribute("mostHeading", Groups.MOST_HEADING);
    model.addAttribute("mostBody", Groups.MOST_BODY);
    show(visitor, request, papers);
    return "hub/gather/group";
  }

  @PostMapping("/groups/{id}/invite")
  @May(Act.GATHER)
  String invite(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam("member") String member,
      Locale locale) {
    door.invite(visitor, id, member, locale);
    return back(id);
  }

  @PostMapping("/groups/{id}/join")
  @May(Act.GATHER)
  String join(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    door.join(visitor, id);
    return back(id);
  }

  @PostMapping("/groups/{id}/leave")
  @May(Act.GATHER)
  String leave(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    door.leave(visitor, id);
    return "redirect:/groups";
  }

  @PostMapping("/groups/{id}/end")
  @May(Act.GATHER)
  String end(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id) {
    door.end(visitor, id);
    return back(id);
  }

  @PostMapping("/groups/{id}/minutes")
  @May(Act.GATHER)
  String minute(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam("day") String day,
      @RequestParam("heading") String heading,
      @RequestParam(name = "body", defaultValue = "") String body,
      @RequestParam(name = "once", defaultValue = "") String once) {
    door.find(visitor, id);
    door.minute(
        visitor,
        id,
        once,
        new GroupLine.Minuted(GroupDoor.day(day), heading.strip(), body.strip()));
    return back(id);
  }

  private static String back(String id) {
    return "redirect:/groups/" + id;
  }

  private void show(Visitor visitor, HttpServletRequest request, GroupPapers papers) {
    show(wayOut, visitor, request, papers);
  }

  /** Has what a page shows of a group written into the ledger. */
  static void show(WayOut wayOut, Visitor visitor, HttpServletRequest request, GroupPapers papers) {
    wayOut.willShow(
        request,
        new WayOut.Errand(visitor.member(), GroupDoor.PURPOSE, Outlet.PAGE),
        papers.shown());
  }
}
