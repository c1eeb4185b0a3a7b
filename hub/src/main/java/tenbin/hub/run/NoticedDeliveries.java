package tenbin.hub.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.ToldBook;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.Space;
import tenbin.spine.ledger.Receipt;
import tenbin.web.exit.Viewers;

/**
 * A member's rows out, and beside them, for the purpose of route anomalies, what there was to tell
 * it: so every channel that carries rows carries notices. A cursor is the member's own count. Mail
 * has a text of its own for them and gets none here. Any thread.
 */
public final class NoticedDeliveries implements Deliveries {
  private static final Purpose NOTICES = Purpose.NOTIFY_ROUTE_ANOMALY;

  private final Deliveries rows;
  private final RoutesDesk desk;
  private final Viewers viewers;

  public NoticedDeliveries(Deliveries rows, RoutesDesk desk, Viewers viewers) {
    this.rows = rows;
    this.desk = desk;
    this.viewers = viewers;
  }

  @Override
  public Batch pull(Pull pull) {
    return pull.purpose() == NOTICES ? notices(pull) : rows.pull(pull);
  }

  private Batch notices(Pull pull) {
    int after = pull.after().map(NoticedDeliveries::place).orElse(0);
    List<ToldBook.Line> lines =
        pull.outlet() == Outlet.MAIL
            ? List.of()
            : desk.told().behind(pull.recipient(), after, pull.most() + 1);
    boolean more = lines.size() > pull.most();
    List<ToldBook.Line> some = more ? lines.subList(0, pull.most()) : lines;
    Plan plan = viewers.plan(pull.recipient(), NOTICES, pull.outlet());
    List<Disclosure> shown = new ArrayList<>();
    some.forEach(each -> desk.sight().notice(plan, each).ifPresent(shown::add));
    int place = some.isEmpty() ? after : some.getLast().number();
    return new Batch(shown, "route-" + place, more);
  }

  private static int place(String cursor) {
    if (!cursor.matches("route-[0-9]{1,9}")) {
      throw new BadCursor("not a place among notices");
    }
    return Integer.parseInt(cursor.substring("route-".length()));
  }

  @Override
  public Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id) {
    return rows.row(recipient, purpose, outlet, id);
  }

  @Override
  public List<Disclosure> newest(Search search, Outlet outlet) {
    return rows.newest(search, outlet);
  }

  @Override
  public List<Disclosure> newest(Search search, CaseKeys.Room room, Outlet outlet) {
    return rows.newest(search, room, outlet);
  }

  @Override
  public List<Tally> tally(Search search, Duration bucket) {
    return rows.tally(search, bucket);
  }

  @Override
  public Space space(Search search) {
    return rows.space(search);
  }

  @Override
  public void countAhead(long least) {
    rows.countAhead(least);
  }

  @Override
  public Receipt record(Left left) {
    return rows.record(left);
  }
}
