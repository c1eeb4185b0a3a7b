package tenbin.hub.routes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.balance.Outlet;
import tenbin.desks.routes.tell.Told;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Table;
import tenbin.web.table.Tables;

/** Incidents of routes that the visitor's member may know, its own first. */
@Controller
@May(Act.READ)
public class RoutesPage {
  /** This package's word list. */
  public static final String WORDS = "/tenbin/hub/routes/routes.words";

  private final RouteDoor door;
  private final Tables tables;

  public RoutesPage(RouteDoor door, Tables tables) {
    this.door = door;
    this.tables = tables;
  }

  @GetMapping("/routes")
  String list(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Said said = new Said(locale);
    List<RouteView> lines = RouteTable.lines(door.list(visitor, Outlet.PAGE));
    Table<RouteView> table =
        tables.of(request, visitor, "/routes", lines, RouteTable.columns(said::word));
    List<Told> shown = table.rows().stream().map(RouteView::told).toList();
    door.show(request, visitor, RouteDoor.parts(shown));
    model.addAttribute("table", table);
    model.addAttribute("said", said);
    model.addAttribute("fixes", FixShare.of(lines));
    return "hub/routes/routes";
  }
}
