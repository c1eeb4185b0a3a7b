package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/**
 * Who belongs to the circle, who is reached how, what was agreed; the secretariat's circle file.
 */
@Controller
public class CirclePage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private static final Columns<Directory.Entry> COLUMNS =
      new Columns<>(CirclePage::texts)
          .by("member", Directory.Entry::name)
          .by("class", Directory.Entry::memberClass)
          .by("contacts", CirclePage::freshness)
          .by("networks", each -> each.networks().size());

  private final Roster roster;
  private final CircleFiles files;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Standing standing;
  private final CircleOffices offices;
  private final Tables tables;
  private final Audit audit;
  private final Clock clock;

  public CirclePage(
      Roster roster,
      CircleFiles files,
      Viewers viewers,
      WayOut wayOut,
      Standing standing,
      CircleOffices offices,
      Tables tables,
      Audit audit,
      Clock clock) {
    this.roster = roster;
    this.files = files;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.standing = standing;
    this.offices = offices;
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/circle")
  @May(Act.READ)
  String circle(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Circle circle = roster.circle();
    Plan plan = viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE);
    Directory directory = new Directory(circle, plan, locale, clock);
    CirclePapers papers = new CirclePapers(circle, plan, locale, clock);
    List<Disclosure> shown = new ArrayList<>();
    boolean secretariat = standing.of(visitor.member()) == Role.SECRETARIAT;
    model.addAttribute(
        "table", tables.of(request, visitor, "/circle", directory.members(), COLUMNS));
    model.addAttribute("groups", directory.groups());
    model.addAttribute("offices", offices.of(circle, plan, locale, shown));
    model.addAttribute("agreements", papers.agreements(secretariat));
    model.addAttribute("conflicts", secretariat ? papers.disputes(roster.conflicts()) : List.of());
    shown.addAll(directory.shown());
    shown.addAll(papers.shown());
    wayOut.willShow(request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), shown);
    return "hub/page/circle";
  }

  /** What a line of the directory shows. */
  private static List<String> texts(Directory.Entry entry) {
    List<String> texts = new ArrayList<>(List.of(entry.name(), entry.memberClass()));
    texts.addAll(entry.networks());
    entry.contacts().forEach(each -> texts.addAll(List.of(each.name(), each.mail())));
    return texts;
  }

  /** The day of the check that is longest ago; a member without contacts goes first. */
  private static String freshness(Directory.Entry entry) {
    return entry.contacts().stream()
        .map(Directory.ContactLine::verifiedAt)
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  @GetMapping("/secretariat/circle")
  @May(Act.WATCH_CIRCLE)
  String file(Model model) {
    model.addAttribute("version", roster.circle().version());
    return "hub/page/circle-file";
  }

  @PostMapping("/secretariat/circle")
  @May(Act.RUN_CIRCLE)
  String replace(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("yaml") String yaml,
      @RequestParam(name = "apply", defaultValue = "false") boolean apply,
      Model model) {
    CircleFiles.Reading reading = files.read(yaml);
    model.addAttribute("yaml", yaml);
    model.addAttribute("faults", reading.faults());
    reading
        .circle()
        .ifPresent(circle -> {
          model.addAttribute("checked", circle);
          if (apply) {
            roster.replace(circle, yaml);
            audit.did(visitor, "replace-circle", circle.version());
            model.addAttribute("applied", true);
          }
        });
    return file(model);
  }
}
