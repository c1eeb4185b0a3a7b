package tenbin.spine.attribute;

import java.time.Instant;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.nouns.observation.Observation;

/**
 * Answers whose network something was. Immutable snapshots stand behind it, swapped in whole: a
 * lookup takes no lock and allocates nothing; any thread.
 */
public interface Attributor {
  /**
   * Who answers for what the observation is about, at its time: by address, which is where a thing
   * is hosted; where there is none, or nobody known answers for it, by the domain of the host or
   * URL.
   */
  Attribution attribute(Observation seen);

  /** Who answered for an address at a time. */
  Attribution attribute(Address address, Instant at);

  /** Who answered for a name at a time, by the closest claimed domain. */
  Attribution attribute(HostName name, Instant at);
}
