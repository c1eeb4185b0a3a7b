package tenbin.hub.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.desks.routes.tell.Told;
import tenbin.hub.page.Directory;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.net.Prefix;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Attachment;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.Everywhere;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The page of one incident: what, how far, why, what to do; its files. */
@Controller
public class IncidentPage {
  /** Prefixes on the page; the file has all of them. */
  private static final int MOST_PREFIXES = 50;

  private final RouteDoor door;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Roster roster;
  private final Audit audit;
  private final Clock clock;

  public IncidentPage(
      RouteDoor door, Viewers viewers, WayOut wayOut, Roster roster, Audit audit, Clock clock) {
    this.door = door;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.roster = roster;
    this.audit = audit;
    this.clock = clock;
  }

  private Told told(Visitor visitor, UUID id, Outlet outlet) {
    return door.one(visitor, id, outlet)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/routes/{id}")
  @May(Act.READ)
  String one(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "step", defaultValue = "-1") int step,
      @RequestParam(name = "after", defaultValue = "") String after,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Told told = told(visitor, id, Outlet.PAGE);
    RouteView view = new RouteView(told);
    List<Disclosure> own = door.ownPrefixes(visitor, told, Help.MOST_OWN, Outlet.PAGE);
    List<Disclosure> page =
        door.prefixes(visitor, told, Prefix.tryParse(after), MOST_PREFIXES + 1, Outlet.PAGE);
    boolean more = page.size() > MOST_PREFIXES;
    List<Disclosure> shown = more ? page.subList(0, MOST_PREFIXES) : page;
    note(request, visitor, told, own, shown);
    PathGraph graph = PathGraph.of(view.rest(), view.by());
    model.addAttribute("one", view);
    model.addAttribute("said", new Said(locale));
    model.addAttribute("now", clock.instant());
    model.addAttribute("prefixes", shown.stream().map(PrefixLine::of).toList());
    model.addAttribute("more", more ? shown.getLast().fact(RouteFacts.PREFIX) : "");
    model.addAttribute("first", after.isEmpty());
    model.addAttribute("help", door.help(told, own));
    model.addAttribute("graph", graph);
    int last = graph.moments().size() - 1;
    model.addAttribute("step", step < 0 || step > last ? last : step);
    model.addAttribute("growth", GrowthChart.of(view.growth()));
    model.addAttribute("mine", door.standing(visitor, told).map(Deed::act).orElse(null));
    model.addAttribute("deeds", door.deeds(visitor, told));
    model.addAttribute("acts", Deed.Act.values());
    model.addAttribute("mostReason", Deed.MOST_REASON);
    model.addAttribute("names", names(view, locale));
    model.addAttribute("contacts", contacts(request, visitor, view, locale));
    return "hub/routes/incident";
  }

  private void note(
      HttpServletRequest request,
      Visitor visitor,
      Told told,
      List<Disclosure> own,
      List<Disclosure> shown) {
    List<Disclosure> all = new ArrayList<>(told.parts());
    all.addAll(own);
    all.addAll(shown);
    door.show(request, visitor, all);
  }

  private java.util.Map<String, String> names(RouteView view, Locale locale) {
    java.util.Map<String, String> names = new java.util.HashMap<>();
    for (RouteView.Hit each : view.impact()) {
      names.put(
          each.member(),
          Everywhere.nameOf(
              roster.circle(), new tenbin.nouns.member.MemberId(each.member()), locale));
    }
    return names;
  }

  /** Those of the member whose AS it is, as far as the directory tells them to the visitor. */
  private List<Directory.ContactLine> contacts(
      HttpServletRequest request, Visitor visitor, RouteView view, Locale locale) {
    Optional<tenbin.nouns.member.MemberId> holder =
        AsHolders.of(roster.circle(), RouteFacts.asn(view.told().fact(RouteFacts.SEEN)), clock);
    if (holder.isEmpty()) {
      return List.of();
    }
    Directory directory =
        new Directory(
            roster.circle(),
            viewers.plan(visitor.member(), Purpose.RUN_THE_CIRCLE, Outlet.PAGE),
            locale,
            clock);
    List<Directory.ContactLine> lines =
        directory.member(holder.get()).map(Directory.Entry::contacts).orElse(List.of());
    wayOut.willShow(
        request,
        new WayOut.Errand(visitor.member(), Purpose.RUN_THE_CIRCLE, Outlet.PAGE),
        directory.shown());
    return lines;
  }

  @PostMapping("/routes/{id}/act")
  @May(Act.ANSWER)
  String act(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "act", defaultValue = "") String word,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    Told told = told(visitor, id, Outlet.PAGE);
    try {
      Deed.Act act = Deed.Act.tryParse(word).orElseThrow(IllegalArgumentException::new);
      door.act(visitor, told, act, reason);
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    audit.did(visitor, "act-on-route", id.toString());
    return "redirect:/routes/" + id;
  }

  /** All prefixes that the visitor may know, as a file. */
  @GetMapping("/routes/{id}/prefixes")
  @May(Act.READ)
  ResponseEntity<byte[]> prefixes(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "format", defaultValue = "csv") String format) {
    Told told = told(visitor, id, Outlet.DOWNLOAD);
    List<Disclosure> all =
        door.prefixes(visitor, told, Optional.empty(), RouteDoor.MOST_FILE, Outlet.DOWNLOAD);
    PrefixFile file =
        PrefixFile.of(format, all)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    audit.did(visitor, "download-route", id.toString());
    return Attachment.of(
        "tenbin-route." + file.ending(),
        wayOut.packAs(door.errand(visitor, Outlet.DOWNLOAD), file.ending(), all, file.bytes()));
  }

  /** What happened, as text for one's own files. */
  @GetMapping("/routes/{id}/report")
  @May(Act.READ)
  ResponseEntity<byte[]> report(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id, Locale locale) {
    AfterFile file = AfterFile.of(door, visitor, told(visitor, id, Outlet.DOWNLOAD), locale);
    return Attachment.of(
        "tenbin-route.md",
        wayOut.packAs(
            door.errand(visitor, Outlet.DOWNLOAD),
            "markdown",
            file.shown(),
            file.text().getBytes(UTF_8)));
  }
}
