package tenbin.wire.bgp;

import static tenbin.wire.bgp.Treatment.SESSION_RESET;
import static tenbin.wire.bgp.Treatment.TREAT_AS_WITHDRAW;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.wire.bgp.Attributes.Multi;

/**
 * Reads the UPDATEs of a living session as RFC 7606 treats them: never throws, and says of each
 * fault where it stands and what it costs. Archives are read by {@link Update#read}, which refuses
 * a damaged one whole.
 */
public final class UpdateReader {
  /** Of one that resets the session. */
  static final Update NOTHING = new Update(List.of(), Attributes.NONE, List.of());

  private final SessionForm form;

  public UpdateReader(SessionForm form) {
    this.form = form;
  }

  /** The body of an UPDATE, without its header. */
  public Treated read(Octets in) {
    List<Fault> faults = new ArrayList<>();
    try {
      return read(in, faults);
    } catch (Malformed broken) {
      // A length that leads out of the message, or routes that cannot be told from each other:
      // sections 3 (a) and 5.3.
      int subcode = broken.what().startsWith("prefix") ? 10 : 1;
      faults.add(Fault.of(broken.at(), 0, SESSION_RESET, subcode, broken.what()));
      return new Treated(NOTHING, faults);
    }
  }

  private Treated read(Octets in, List<Fault> faults) throws Malformed {
    PathIds ids = form.ids(1, 1);
    List<Reach> withdrawn = Reach.all(in.take(in.u16()), Family.IPV4, ids);
    Octets block = in.take(in.u16());
    int start = block.at();
    List<Reach> announced = Reach.all(in, Family.IPV4, ids);
    CheckedAttributes checked = new CheckedAttributes(form, faults);
    Attributes attributes = checked.all(block, !announced.isEmpty());
    Update update = new Update(withdrawn, attributes, announced);
    boolean reaches = !announced.isEmpty() || !attributes.reach().isEmpty();
    if (isWithdrawing(faults) && !reaches) {
      // Section 5.2: the routes may be what was lost.
      faults.add(Fault.of(start, 0, SESSION_RESET, 1, "faults, and no routes that they are of"));
    }
    return new Treated(treated(update, faults), faults);
  }

  private static boolean isWithdrawing(List<Fault> faults) {
    return faults.stream().anyMatch(each -> each.treatment() == TREAT_AS_WITHDRAW);
  }

  private static Update treated(Update update, List<Fault> faults) {
    Optional<Treatment> worst = new Treated(update, faults).treatment();
    if (worst.isEmpty()) {
      return update;
    }
    if (worst.get() == SESSION_RESET) {
      return NOTHING;
    }
    return isWithdrawing(faults) ? withdrawing(update) : update;
  }

  /** The same routes, none of them announced any more. */
  private static Update withdrawing(Update update) {
    List<Reach> withdrawn = new ArrayList<>(update.withdrawn());
    withdrawn.addAll(update.announced());
    List<Multi> unreach = new ArrayList<>(update.attributes().unreach());
    for (Multi each : update.attributes().reach()) {
      unreach.add(new Multi(each.family(), each.safi(), Optional.empty(), each.routes()));
    }
    return new Update(withdrawn, Attributes.NONE.with(List.of(), unreach), List.of());
  }
}
