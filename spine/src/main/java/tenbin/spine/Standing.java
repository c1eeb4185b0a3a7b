package tenbin.spine;

import java.time.Instant;
import java.util.List;
import tenbin.balance.Balance;
import tenbin.balance.Policy;
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

/**
 * What follows from the circle that stands now: tables and balance, swapped in whole when a new
 * circle takes its place. Any thread; no lock on the way of a row.
 */
final class Standing implements Attributor, Way.CircleRules {
  /** Before any circle is known: nobody belongs, so nothing leaves. */
  static final Circle NOBODY =
      new Circle("", "none", List.of(), List.of(), List.of(), Tlp.AMBER_STRICT);

  private Knowledge knowledge;
  private volatile State state;

  private record State(Circle circle, Attributor attributor, Balance balance) {}

  Standing(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.state = stateOf(NOBODY);
  }

  private State stateOf(Circle circle) {
    return new State(circle, knowledge.attributor().apply(circle), new Balance(Policy.of(circle)));
  }

  synchronized void swap(Circle circle) {
    state = stateOf(circle);
  }

  /** The same circle with other tables. */
  synchronized void know(Knowledge other) {
    knowledge = other;
    state = stateOf(state.circle);
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
