package tenbin.hub.casework;

import java.time.Instant;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.talk.Hand;

/** Who had a case in hand from when on, in the reader's own organisation. */
public record Held(Instant at, String to, String by, String note) {
  static Held of(Disclosure told) {
    return new Held(
        Instant.parse(told.fact(Hand.AT)),
        told.fact(Hand.TO),
        told.fact(Hand.BY).replaceFirst("^(person|demo):", ""),
        told.fact(Hand.NOTE));
  }
}
