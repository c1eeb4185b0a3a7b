package tenbin.web.factor;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where second factors are kept. Any thread; each taking happens once whoever asks beside. */
public interface FactorBook {
  /** Keeps one in the place of the person's former. */
  void put(Factor factor);

  Optional<Factor> find(UUID person);

  /** Takes a code's step, when it is later than the last one. */
  boolean take(UUID person, long step);

  /** Takes a recovery code that was not taken. */
  boolean takeRecovery(UUID person, int recovery);

  /** From now on it is asked for. */
  void confirm(UUID person, Instant at);

  void remove(UUID person);

  /** The bytes of a secret: from the hub's own, for one person and one use. */
  byte[] derive(UUID person, String use);
}
