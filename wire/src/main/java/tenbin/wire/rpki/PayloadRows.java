package tenbin.wire.rpki;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.table.TableSink;

/** Takes what a validator found, in the file's order. */
public interface PayloadRows extends TableSink {
  /**
   * What a file tells beside a payload itself.
   *
   * @param anchor the trust anchor by its name; empty where it does not tell
   * @param expires when its certificates do
   */
  record Ground(String anchor, Optional<Instant> expires) {}

  /**
   * A VRP (RFC 6811 section 2).
   *
   * @param maxLength from the prefix's own length to that of an address
   */
  void vrp(Prefix prefix, int maxLength, Asn asn, Ground ground);

  /** An AS and all that it says are its providers. */
  default void aspa(Asn customer, Set<Asn> providers, Ground ground) {}
}
