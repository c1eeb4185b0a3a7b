package tenbin.spine.deliver.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Observation;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.Space;
import tenbin.spine.ledger.Receipt;

/** Deliveries out of a list, through the real balance. */
public final class MemoryDeliveries implements Deliveries {
  private final List<Observation> rows = new ArrayList<>();
  private final Set<Integer> withdrawn = new HashSet<>();
  private final List<Left> ledger = new ArrayList<>();
  private final Clock clock;

  public MemoryDeliveries(Clock clock) {
    this.clock = clock;
  }

  public synchronized void add(int from, int to) {
    for (int n = from; n <= to; n++) {
      rows.add(Scene.row(n));
    }
  }

  public synchronized void withdraw(int n) {
    withdrawn.add(n);
  }

  public synchronized List<Left> ledger() {
    return List.copyOf(ledger);
  }

  @Override
  public synchronized Batch pull(Pull pull) {
    int position = pull.after().map(MemoryDeliveries::position).orElse(0);
    Plan plan = plan(pull);
    List<Disclosure> released = new ArrayList<>();
    while (position < rows.size() && released.size() < pull.most()) {
      Observation seen = rows.get(position++);
      Item item =
          new Item.Sighting(
              seen, Scene.attribution(), Scene.BENI, Tlp.AMBER, SeenBy.YOU_AND_OTHERS, 1);
      if (!withdrawn.contains((int) seen.row())
          && plan.decide(item) instanceof Decision.Released out) {
        released.add(out.disclosure());
      }
    }
    return new Batch(released, "c" + position, position < rows.size());
  }

  private Plan plan(Pull pull) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) pull.recipient().text().length());
    return new Balance(Policy.of(Scene.circle()))
        .plan(
            new Request(pull.recipient(), pull.purpose(), pull.outlet(), clock.instant()),
            new RecipientKey(key));
  }

  private static int position(String cursor) {
    if (!cursor.matches("c[0-9]+")) {
      throw new BadCursor("no cursor: " + cursor);
    }
    return Integer.parseInt(cursor.substring(1));
  }

  @Override
  public void countAhead(long least) {}

  @Override
  public synchronized Receipt record(Left left) {
    ledger.add(left);
    UUID id = new UUID(8, ledger.size());
    return new Receipt(id, clock.instant(), left.digest().hex());
  }

  @Override
  public Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id) {
    throw new UnsupportedOperationException("channels pull");
  }

  @Override
  public List<Disclosure> newest(Search search, CaseKeys.Room room, Outlet outlet) {
    return newest(search, outlet);
  }

  @Override
  public List<Disclosure> newest(Search search, Outlet outlet) {
    throw new UnsupportedOperationException("channels pull");
  }

  @Override
  public List<Tally> tally(Search search, Duration bucket) {
    throw new UnsupportedOperationException("channels pull");
  }

  @Override
  public Space space(Search search) {
    throw new UnsupportedOperationException("channels pull");
  }
}
