package tenbin.spine.newcomer;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;

/**
 * A network that somebody says is its own, and how far that is proved.
 *
 * @param holder who says so
 * @param network what
 * @param enteredAt since when
 * @param means by which it came to its holder; the secretariat says so where it is no declaration
 * @param standing whether it counts
 * @param proof the newest one
 */
public record OwnRange(
    MemberId holder,
    Network network,
    Instant enteredAt,
    Claim.Means means,
    Standing standing,
    Optional<Proof> proof) {
  /** Whether a network counts. */
  public enum Standing {
    /** Nobody proved it: nothing is attributed by it. */
    ENTERED,
    /** Proved; the secretariat looks at it before it counts. */
    WAITING,
    COUNTS,
    REFUSED
  }

  /** By what a network is proved. */
  public enum Method {
    DNS("dns"),
    REGISTRY("registry"),
    CONTACT("registered contact"),
    SECRETARIAT("secretariat");

    private final String word;

    Method(String word) {
      this.word = word;
    }

    /** As a circle file says it. */
    public String word() {
      return word;
    }
  }

  /**
   * What proved it.
   *
   * @param method by what
   * @param since from when on it is proved without a gap; nothing older is attributed by it
   * @param at when it was proved last
   * @param until when it has to be proved again
   * @param evidence what was seen, for the record
   */
  public record Proof(Method method, Instant since, Instant at, Instant until, String evidence) {}

  /** One that nobody proved yet. */
  public static OwnRange entered(MemberId holder, Network network, Instant at) {
    return new OwnRange(
        holder, network, at, Claim.Means.DECLARED, Standing.ENTERED, Optional.empty());
  }

  OwnRange with(Standing other) {
    return new OwnRange(holder, network, enteredAt, means, other, proof);
  }

  OwnRange with(Claim.Means other) {
    return new OwnRange(holder, network, enteredAt, other, standing, proof);
  }

  OwnRange with(Proof other) {
    return new OwnRange(holder, network, enteredAt, means, standing, Optional.of(other));
  }

  /** Whether its proof holds. */
  public boolean isProvedAt(Instant at) {
    return proof.filter(each -> at.isBefore(each.until())).isPresent();
  }
}
