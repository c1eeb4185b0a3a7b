package tenbin.hub.routes;

import jakarta.servlet.http.HttpServletRequest;
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
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Table;
import tenbin.web.table.Tables;

/** One's own prefixes and what one declares; the feeds. */
@Controller
public class MinePage {
  private final MineDesk mine;
  private final FeedDesk feeds;
  private final RouteDoor door;
  private final WayOut wayOut;
  private final Tables tables;
  private final Audit audit;

  public MinePage(
      MineDesk mine, FeedDesk feeds, RouteDoor door, WayOut wayOut, Tables tables, Audit audit) {
    this.mine = mine;
    this.feeds = feeds;
    this.door = door;
    this.wayOut = wayOut;
    this.tables = tables;
    this.audit = audit;
  }

  @GetMapping("/routes/mine")
  @May(Act.READ)
  String mine(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    return show(visitor, request, locale, model, "", "");
  }

  private String show(
      Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model,
      String wrong,
      String text) {
    MineDesk.Sight sight = mine.look(visitor, Outlet.PAGE);
    Columns<OwnPrefix> columns =
        new Columns<OwnPrefix>(
                line -> List.of(line.prefix(), line.origins(), line.rpki(), line.irr()))
            .by("prefix", line -> line.watched().prefix())
            .by("rpki", OwnPrefix::rpki)
            .by("irr", OwnPrefix::irr)
            .by("incidents", OwnPrefix::incidents);
    Table<OwnPrefix> table = tables.of(request, visitor, "/routes/mine", sight.lines(), columns);
    door.show(request, visitor, sight.shown());
    model.addAttribute("table", table);
    model.addAttribute("given", sight.given().orElse(null));
    model.addAttribute("text", text.isEmpty() ? mine.text(visitor.member()) : text);
    model.addAttribute("wrong", wrong);
    model.addAttribute("wants", mine.wantsMail(visitor));
    model.addAttribute("said", new Said(locale));
    return "hub/routes/mine";
  }

  @PostMapping("/routes/mine")
  @May(Act.CONFIGURE)
  String declare(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "text", defaultValue = "") String text,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    try {
      mine.declare(visitor, text, "page");
    } catch (IllegalArgumentException wrong) {
      return show(visitor, request, locale, model, String.valueOf(wrong.getMessage()), text);
    }
    audit.did(visitor, "declare-routes", visitor.member().text());
    return "redirect:/routes/mine";
  }

  @PostMapping("/routes/mine/mail")
  @May(Act.CONFIGURE)
  String mail(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "wanted", defaultValue = "no") String wanted) {
    mine.wish(visitor, wanted.equals("yes"));
    audit.did(visitor, "route-notices", wanted.equals("yes") ? "on" : "off");
    return "redirect:/routes/mine";
  }

  @GetMapping("/routes/feeds")
  @May(Act.READ)
  String feeds(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    List<Disclosure> shown = feeds.list(visitor, Outlet.PAGE);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), FeedDesk.PURPOSE, Outlet.PAGE), shown);
    model.addAttribute("feeds", shown);
    return "hub/routes/feeds";
  }
}
