package tenbin.hub.joining;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import tenbin.spine.newcomer.proof.DnsProof;
import tenbin.spine.newcomer.proof.Finding;

/**
 * Where proofs of networks are looked for; the operator said which servers. A few at a time: a
 * check of a wide block asks up to 128 names.
 */
public final class Lookups {
  private static final int AT_ONCE = 4;

  private final Optional<DnsProof> dns;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public Lookups(Optional<DnsProof> dns) {
    this.dns = dns;
  }

  /** Asks nobody. */
  public static Lookups none() {
    return new Lookups(Optional.empty());
  }

  /** Looks in the DNS, where there is a resolver. */
  Optional<DnsProof> dns() {
    return dns;
  }

  /** Looks when not too many look; otherwise nobody answered. */
  Finding look(Supplier<Finding> how) {
    if (!free.tryAcquire()) {
      return new Finding.Silent("too many checks at once");
    }
    try {
      return how.get();
    } finally {
      free.release();
    }
  }
}
