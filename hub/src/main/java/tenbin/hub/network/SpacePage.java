package tenbin.hub.network;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.balance.Outlet;
import tenbin.nouns.casework.SeenBy;
import tenbin.spine.deliver.CellTally;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.WayOut;
import tenbin.web.exit.WayOut.Errand;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** What of one's own ranges is observed: a table of ranges, a map, a table of the map's cells. */
@Controller
@May(Act.READ)
public class SpacePage {
  /** This package's word list. */
  public static final String WORDS = "/tenbin/hub/network/network.words";

  /** Lines of the table of cells; the API tells them all. */
  private static final int MOST_CELLS = 200;

  private final MySpace mine;
  private final WayOut wayOut;

  public SpacePage(Deliveries deliveries, Roster roster, WayOut wayOut, Clock clock) {
    this.mine = new MySpace(deliveries, roster, clock);
    this.wayOut = wayOut;
  }

  @GetMapping("/network/space")
  String space(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "range", defaultValue = "7d") String range,
      @RequestParam(name = "type", defaultValue = "") String type,
      @RequestParam(name = "q", defaultValue = "") String q,
      HttpServletRequest request,
      Model model) {
    Choice choice = Choice.of(range, type, q);
    MySpace.Sight sight = mine.look(visitor.member(), choice, Outlet.PAGE);
    wayOut.willShow(
        request, new Errand(visitor.member(), Choice.PURPOSE, Outlet.PAGE), sight.newest());
    List<SpaceMap.Cell> cells =
        sight.cells().stream()
            .sorted(
                Comparator.comparingLong(SpaceMap.Cell::rows)
                    .reversed()
                    .thenComparing(SpaceMap.Cell::cell))
            .toList();
    model.addAttribute("choice", choice);
    model.addAttribute("sight", sight);
    model.addAttribute("cells", cells.subList(0, Math.min(MOST_CELLS, cells.size())));
    model.addAttribute("cellsLeft", Math.max(0, cells.size() - MOST_CELLS));
    model.addAttribute("types", types(sight, choice));
    model.addAttribute("bands", SeenBy.values());
    return "hub/network/space";
  }

  /** The classes to choose from: those of the picture, and the one that was chosen. */
  private static List<String> types(MySpace.Sight sight, Choice choice) {
    return java.util.stream.Stream.concat(
            sight.space().cells().stream().map(CellTally::type),
            java.util.stream.Stream.of(choice.type()))
        .filter(each -> tenbin.nouns.observation.Rsit.tryOfType(each).isPresent())
        .distinct()
        .sorted()
        .toList();
  }
}
