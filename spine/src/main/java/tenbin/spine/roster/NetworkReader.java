package tenbin.spine.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.net.Scope;
import tenbin.nouns.time.Validity;
import tenbin.spine.yaml.Leaf;

/** Reads what a member answers for. */
final class NetworkReader {
  /** The widest block that a registry ever gave to one party; anything wider is a slip. */
  private static final int WIDEST_V4 = 8;

  private static final int WIDEST_V6 = 16;

  private final MemberId holder;
  private final Validity membership;
  private final Map<Claim, Leaf> places;
  private final List<Claim> claims = new ArrayList<>();
  private final Map<Network, List<Claim>> byNetwork = new HashMap<>();

  private NetworkReader(MemberId holder, Validity membership, Map<Claim, Leaf> places) {
    this.holder = holder;
    this.membership = membership;
    this.places = places;
  }

  /**
   * Reads a member's networks.
   *
   * @param places takes where each claim stands
   */
  static List<Claim> read(
      Leaf networks, MemberId holder, Validity membership, Map<Claim, Leaf> places) {
    NetworkReader reader = new NetworkReader(holder, membership, places);
    for (Leaf each : networks.list("prefixes")) {
      block(each.at("prefix")).ifPresent(network -> reader.claim(each, network));
    }
    for (Leaf each : networks.list("asns")) {
      autonomousSystem(each.at("asn")).ifPresent(network -> reader.claim(each, network));
    }
    for (Leaf each : networks.list("domains")) {
      domain(each.at("domain")).ifPresent(network -> reader.claim(each, network));
    }
    return reader.claims;
  }

  private void claim(Leaf at, Network network) {
    Validity validity = at.validity("from", membership.from(), "to", membership.to());
    String means = at.text("means", "declared");
    if (!validity.overlaps(membership)) {
      at.fault("the claim holds at no time of the membership");
    }
    if (at.text("verified-by").isBlank()) {
      at.at("verified-by").fault("a claim says how it was verified");
      return;
    }
    Claim claim =
        new Claim(
            holder,
            network,
            Claim.Means.valueOf(means.toUpperCase(Locale.ROOT).replace('-', '_')),
            validity,
            at.text("verified-by"),
            MemberReader.sector(at));
    List<Claim> same = byNetwork.computeIfAbsent(network, each -> new ArrayList<>());
    for (Claim other : same) {
      if (other.validity().overlaps(validity)) {
        at.fault(network + " is claimed twice at one time by " + holder);
      }
    }
    same.add(claim);
    claims.add(claim);
    places.put(claim, at);
  }

  private static Optional<Network> block(Leaf at) {
    try {
      Prefix prefix = Prefix.parse(at.text());
      if (prefix.length() < (prefix.isV4() ? WIDEST_V4 : WIDEST_V6)) {
        at.fault("too wide for one party: " + prefix);
        return Optional.empty();
      }
      Scope scope = prefix.first().scope();
      if (scope != Scope.GLOBAL && scope != Scope.DOCUMENTATION) {
        at.fault("nobody on the Internet answers for it: " + prefix + " is " + scope);
        return Optional.empty();
      }
      return Optional.of(new Network.Block(prefix));
    } catch (IllegalArgumentException wrong) {
      at.fault("" + wrong.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Network> autonomousSystem(Leaf at) {
    Optional<Asn> asn = Asn.tryParse(at.text()).filter(Asn::isPresent);
    if (asn.isEmpty()) {
      at.fault("not an AS number: \"" + at.text() + "\"");
    }
    return asn.map(Network.AutonomousSystem::new);
  }

  private static Optional<Network> domain(Leaf at) {
    Optional<HostName> name =
        HostName.tryParse(at.text()).filter(host -> host.ascii().indexOf('.') > 0);
    if (name.isEmpty()) {
      at.fault("not a domain below a top-level one: \"" + at.text() + "\"");
    }
    return name.map(Network.Domain::new);
  }
}
