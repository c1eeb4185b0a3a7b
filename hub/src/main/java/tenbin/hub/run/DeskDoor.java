package tenbin.hub.run;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tenbin.desks.abuse.AbuseDesk;
import tenbin.spine.Spine;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.collect.Way;
import tenbin.spine.correlate.Finding;

/**
 * Hands what correlation finds to the desk. A finding may come before the spine is open; it then
 * waits. Called on the thread that stores.
 */
final class DeskDoor implements Way.FindingSink {
  private final CompletableFuture<Spine> spine = new CompletableFuture<>();
  private final HubStart how;

  DeskDoor(HubStart how) {
    this.how = how;
  }

  void open(Spine opened) {
    spine.complete(opened);
  }

  @Override
  public void found(List<Finding> findings) {
    AbuseDesk desk = desk(spine.join(), how.zone());
    Instant now = how.clock().instant();
    findings.forEach(finding -> desk.found(finding, now));
  }

  /** Made anew each time: the circle's marking may have changed. */
  private static AbuseDesk desk(Spine spine, ZoneId zone) {
    return new AbuseDesk(CaseBook.in(spine.dataSource()), zone, spine.roster().circle().unmarked());
  }
}
