package tenbin.spine.newcomer;

import java.util.Optional;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.net.Scope;

/** A network as people write it: a prefix, "AS" and its number, or a domain. */
public final class WrittenNetwork {
  /** The widest block that a registry ever gave to one party, as in a circle file. */
  private static final int WIDEST_V4 = 8;

  private static final int WIDEST_V6 = 16;

  private WrittenNetwork() {}

  /** Reads one; empty when nobody on the Internet could answer for it. */
  public static Optional<Network> tryParse(String text) {
    String plain = text.strip();
    if (plain.indexOf('/') > 0) {
      return Prefix.tryParse(plain).filter(WrittenNetwork::isSomebodys).map(Network.Block::new);
    }
    if (plain.regionMatches(true, 0, "AS", 0, 2)) {
      Optional<Network> system =
          Asn.tryParse(plain).filter(Asn::isPresent).map(Network.AutonomousSystem::new);
      if (system.isPresent()) {
        return system;
      }
    }
    return HostName.tryParse(plain)
        .filter(host -> host.ascii().indexOf('.') > 0)
        .map(Network.Domain::new);
  }

  private static boolean isSomebodys(Prefix prefix) {
    Scope scope = prefix.first().scope();
    return prefix.length() >= (prefix.isV4() ? WIDEST_V4 : WIDEST_V6)
        && (scope == Scope.GLOBAL || scope == Scope.DOCUMENTATION);
  }
}
