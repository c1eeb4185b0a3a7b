package tenbin.nouns.member;

import tenbin.nouns.net.Asn;
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;

/** What somebody can answer for. */
public sealed interface Network {
  /** An address block. */
  record Block(Prefix prefix) implements Network {
    @Override
    public String toString() {
      return prefix.toString();
    }
  }

  /** All that an autonomous system originates. */
  record AutonomousSystem(Asn asn) implements Network {
    @Override
    public String toString() {
      return "AS" + asn;
    }
  }

  /** A domain with everything below it. */
  record Domain(HostName name) implements Network {
    @Override
    public String toString() {
      return name.toString();
    }
  }
}
