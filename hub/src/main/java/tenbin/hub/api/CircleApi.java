package tenbin.hub.api;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.hub.page.Directory;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The circle's directory, as the caller's member may see it. */
@RestController
@May(Act.READ)
public class CircleApi {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final Roster roster;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Clock clock;

  public CircleApi(Roster roster, Viewers viewers, WayOut wayOut, Clock clock) {
    this.roster = roster;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.clock = clock;
  }

  @GetMapping("/api/v1/circle")
  ResponseEntity<byte[]> circle(@AuthenticationPrincipal Visitor visitor, Locale locale) {
    Directory directory =
        new Directory(
            roster.circle(), viewers.plan(visitor.member(), PURPOSE, Outlet.API), locale, clock);
    Map<String, Object> body = Map.of("members", directory.members(), "groups", directory.groups());
    WayOut.Parcel parcel =
        wayOut.packTold(
            new WayOut.Errand(visitor.member(), PURPOSE, Outlet.API), directory.shown(), body);
    return parcel.answer("application/json");
  }
}
