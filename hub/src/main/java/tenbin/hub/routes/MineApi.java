package tenbin.hub.routes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.web.audit.Audit;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** The caller's own prefixes and declaration; the feeds. */
@RestController
@RequestMapping("/api/v1/routes")
public class MineApi {
  private final MineDesk mine;
  private final FeedDesk feeds;
  private final RouteDoor door;
  private final WayOut wayOut;
  private final Audit audit;

  public MineApi(MineDesk mine, FeedDesk feeds, RouteDoor door, WayOut wayOut, Audit audit) {
    this.mine = mine;
    this.feeds = feeds;
    this.door = door;
    this.wayOut = wayOut;
    this.audit = audit;
  }

  /** Whether notices are to come by mail. */
  public record Wish(boolean wanted) {}

  @GetMapping("/mine")
  @May(Act.READ)
  ResponseEntity<byte[]> mine(@AuthenticationPrincipal Visitor visitor) {
    MineDesk.Sight sight = mine.look(visitor, Outlet.API);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("declared", JsonMapper.shared().readTree(mine.text(visitor.member())));
    body.put("version", sight.given().map(each -> each.number()).orElse(0));
    body.put("mail", mine.wantsMail(visitor));
    body.put("prefixes", sight.lines().stream().map(MineApi::body).toList());
    return wayOut
        .packTold(door.errand(visitor, Outlet.API), sight.shown(), body)
        .answer("application/json");
  }

  private static Map<String, Object> body(OwnPrefix each) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("prefix", each.prefix());
    body.put("origins", each.origins());
    body.put("rpki", each.rpki());
    body.put("irr", each.irr());
    body.put("visible", each.visible());
    body.put("incidents", each.incidents());
    return body;
  }

  @PutMapping("/mine")
  @May(Act.CONFIGURE)
  ResponseEntity<byte[]> declare(
      @AuthenticationPrincipal Visitor visitor, @RequestBody String text) {
    try {
      mine.declare(visitor, text, "api");
    } catch (IllegalArgumentException wrong) {
      throw Problem.wrong(String.valueOf(wrong.getMessage()));
    }
    audit.did(visitor, "declare-routes", visitor.member().text());
    return mine(visitor);
  }

  @PutMapping("/mine/mail")
  @May(Act.CONFIGURE)
  ResponseEntity<byte[]> mail(@AuthenticationPrincipal Visitor visitor, @RequestBody Wish wish) {
    mine.wish(visitor, wish.wanted);
    audit.did(visitor, "route-notices", wish.wanted ? "on" : "off");
    return mine(visitor);
  }

  @GetMapping("/feeds")
  @May(Act.READ)
  ResponseEntity<byte[]> feeds(@AuthenticationPrincipal Visitor visitor) {
    List<Disclosure> shown = feeds.list(visitor, Outlet.API);
    return wayOut
        .packTold(
            new WayOut.Errand(visitor.member(), FeedDesk.PURPOSE, Outlet.API),
            shown,
            Map.of("feeds", PrefixFile.bodies(shown)))
        .answer("application/json");
  }
}
