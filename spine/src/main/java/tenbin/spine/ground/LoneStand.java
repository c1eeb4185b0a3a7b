package tenbin.spine.ground;

import tenbin.balance.Policy;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.member.Circle;

/** Grounds beside a circle where no hub runs: for the command line. For one thread. */
public final class LoneStand implements StoredGrounds.Stand {
  private final Circle circle;
  private Laid laid = Laid.NOTHING;
  private Policy policy;

  public LoneStand(Circle circle) {
    this.circle = circle;
    this.policy = Policy.of(circle);
  }

  @Override
  public Laid laid() {
    return laid;
  }

  @Override
  public PolicySet inForce() {
    return policy.grounds();
  }

  @Override
  public Circle circle() {
    return circle;
  }

  @Override
  public void lay(Laid next, Runnable stored) {
    Policy with = next.under(circle);
    stored.run();
    laid = next;
    policy = with;
  }
}
