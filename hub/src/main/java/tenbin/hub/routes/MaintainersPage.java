package tenbin.hub.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** Who outside the circle asked in its registry to be told, and what became of it. */
@Controller
@May(Act.WATCH_CIRCLE)
public class MaintainersPage {
  private static final Columns<Line> COLUMNS =
      new Columns<Line>(each -> List.of(each.name(), each.registry()))
          .by("name", Line::name)
          .by("registry", Line::registry)
          .by("prefixes", Line::prefixes)
          .by("told", Line::told);

  private final MaintainerDesk desk;
  private final Tables tables;
  private final WayOut wayOut;

  public MaintainersPage(MaintainerDesk desk, Tables tables, WayOut wayOut) {
    this.desk = desk;
    this.tables = tables;
    this.wayOut = wayOut;
  }

  /** A line of the page. */
  public record Line(Disclosure shown) {
    public String name() {
      return shown.fact("maintainer.name");
    }

    public String registry() {
      return shown.fact("maintainer.registry");
    }

    public int addresses() {
      return Integer.parseInt(shown.fact("maintainer.addresses"));
    }

    public int prefixes() {
      return Integer.parseInt(shown.fact("maintainer.prefixes"));
    }

    public int told() {
      return Integer.parseInt(shown.fact("maintainer.told"));
    }

    /** When it was told last; null for never, as templates want it. */
    public @org.jspecify.annotations.Nullable Instant last() {
      String at = shown.fact("maintainer.last");
      return at.isEmpty() ? null : Instant.parse(at);
    }

    public boolean stopped() {
      return Boolean.parseBoolean(shown.fact("maintainer.stopped"));
    }
  }

  private static WayOut.Errand errand(Visitor visitor, Outlet outlet) {
    return new WayOut.Errand(visitor.member(), MaintainerDesk.PURPOSE, outlet);
  }

  @GetMapping("/secretariat/maintainers")
  String list(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    List<Disclosure> shown = desk.list(visitor, Outlet.PAGE);
    List<Line> lines = shown.stream().map(Line::new).toList();
    model.addAttribute(
        "table", tables.of(request, visitor, "/secretariat/maintainers", lines, COLUMNS));
    model.addAttribute("mode", desk.mode());
    wayOut.willShow(request, errand(visitor, Outlet.PAGE), shown);
    return "hub/routes/maintainers";
  }

  @GetMapping("/api/v1/secretariat/maintainers")
  ResponseEntity<byte[]> program(@AuthenticationPrincipal Visitor visitor) {
    List<Disclosure> shown = desk.list(visitor, Outlet.API);
    return wayOut
        .packTold(
            errand(visitor, Outlet.API),
            shown,
            Map.of("mode", desk.mode(), "maintainers", PrefixFile.bodies(shown)))
        .answer("application/json");
  }
}
