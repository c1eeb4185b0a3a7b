package tenbin.spine;

import java.time.Instant;
import java.util.List;
import tenbin.balance.Balance;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.nouns.observation.Observation;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.collect.Way;
import tenbin.spine.ground.Laid;
import tenbin.spine.ground.StoredGrounds;

/**
 * What follows from the circle that stands now: tables and balance, swapped in whole when a new
 * circle takes its place. Any thread; no lock on the way of a row.
 */
final class Standing implements Attributor, Way.CircleRules, StoredGrounds.Stand {
  /** Before any circle is known: nobody belongs, so nothing leaves. */
  static final Circle NOBODY =
      new Circle("", "none", List.of(), List.of(), List.of(), Tlp.AMBER_STRICT);

  private Knowledge knowledge;
  private volatile State state;

  private record State(Circle circle, Attributor attributor, Laid laid, Balance balance) {}

  Standing(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.state = stateOf(NOBODY, knowledge.attributor().apply(NOBODY), Laid.NOTHING);
  }

  private static State stateOf(Circle circle, Attributor attributor, Laid laid) {
    return new State(circle, attributor, laid, new Balance(laid.under(circle)));
  }

  /**
   * Whether a circle could stand with the grounds that lie beside it.
   *
   * @throws tenbin.spine.ground.GroundRefused when it could not
   */
  void judge(Circle circle) {
    state.laid.under(circle);
  }

  synchronized void swap(Circle circle) {
    state = stateOf(circle, knowledge.attributor().apply(circle), state.laid);
  }

  /** The same circle with other tables. */
  synchronized void know(Knowledge other) {
    knowledge = other;
    Attributor attributor = other.attributor().apply(state.circle);
    state = new State(state.circle, attributor, state.laid, state.balance);
  }

  /** Before a circle is known nothing is tried: the first circle is. */
  @Override
  public synchronized void lay(Laid next, Runnable stored) {
    if (state.circle.equals(NOBODY)) {
      stored.run();
      state = new State(NOBODY, state.attributor, next, state.balance);
      return;
    }
    State with = stateOf(state.circle, state.attributor, next);
    stored.run();
    state = with;
  }

  @Override
  public Laid laid() {
    return state.laid;
  }

  @Override
  public PolicySet inForce() {
    return state.balance.policy().grounds();
  }

  @Override
  public Circle circle() {
    return state.circle;
  }

  Balance balance() {
    return state.balance;
  }

  @Override
  public Attribution attribute(Observation seen) {
    return state.attributor.attribute(seen);
  }

  @Override
  public Attribution attribute(Address address, Instant at) {
    return state.attributor.attribute(address, at);
  }

  @Override
  public Attribution attribute(HostName name, Instant at) {
    return state.attributor.attribute(name, at);
  }

  @Override
  public Tlp unmarked() {
    return state.circle.unmarked();
  }

  @Override
  public boolean isSecretariat(MemberId member) {
    return state.circle.secretariat().map(Member::id).filter(member::equals).isPresent();
  }
}
