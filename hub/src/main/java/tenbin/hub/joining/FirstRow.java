package tenbin.hub.joining;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.hub.network.Choice;
import tenbin.hub.page.RowLine;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.web.exit.WayOut;
import tenbin.web.signin.Visitor;

/** The first report of a newcomer that has joined, and the first row that it sees. */
public final class FirstRow {
  /** Rows of its network from the weeks around its joining, and of clocks that go ahead. */
  private static final Duration SPAN = Duration.ofDays(60);

  private static final Duration DAY = Duration.ofDays(1);
  private static final int MOST_REPORTS = 3;

  private final JoiningDoor door;
  private final Deliveries deliveries;
  private final ReportBook reports;
  private final WayOut wayOut;

  public FirstRow(JoiningDoor door, Deliveries deliveries, ReportBook reports, WayOut wayOut) {
    this.door = door;
    this.deliveries = deliveries;
    this.reports = reports;
    this.wayOut = wayOut;
  }

  /** The newest reports of the visitor's own. */
  List<ReportStatus> reports(Visitor visitor) {
    return reports.reportsOf(visitor.member(), door.now().plusSeconds(1), MOST_REPORTS);
  }

  /** How many rows about its networks the visitor's member may have. */
  long rows(Visitor visitor) {
    return deliveries.tally(search(visitor, Pull.MOST), DAY).stream()
        .mapToLong(Deliveries.Tally::rows)
        .sum();
  }

  /** The newest row, where there is one; then the sitting is over. */
  Optional<RowLine> look(Visitor visitor, HttpServletRequest request, Locale locale) {
    List<Disclosure> newest = deliveries.newest(search(visitor, 1), Outlet.PAGE);
    if (newest.isEmpty()) {
      return Optional.empty();
    }
    door.sawRow(visitor);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), Choice.PURPOSE, Outlet.PAGE), newest);
    return Optional.of(RowLine.of(newest.getFirst(), locale));
  }

  private Deliveries.Search search(Visitor visitor, int most) {
    Instant to = door.now().truncatedTo(ChronoUnit.DAYS).plus(DAY).plus(DAY);
    return new Deliveries.Search(
        visitor.member(), Choice.PURPOSE, to.minus(SPAN), to, "", "", most, 0);
  }
}
