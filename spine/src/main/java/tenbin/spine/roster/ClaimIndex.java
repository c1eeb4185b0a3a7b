package tenbin.spine.roster;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;

/** Every claimed network of a circle with the claims that cover it, found in one sorted sweep. */
public final class ClaimIndex {
  private final Map<Network, Claimed> byNetwork = new LinkedHashMap<>();

  private ClaimIndex(Map<Network, List<Standing>> standings) {
    NavigableMap<Prefix, List<Standing>> blocks = new TreeMap<>();
    standings.forEach((network, own) -> {
      switch (network) {
        case Network.Block block -> blocks.put(block.prefix(), own);
        case Network.AutonomousSystem system -> put(system, own, List.of());
        case Network.Domain domain -> put(domain, own, aboveDomain(domain, standings));
      }
    });
    addBlocks(blocks);
  }

  public static ClaimIndex of(Circle circle) {
    return ofMembers(circle.members());
  }

  static ClaimIndex ofMembers(List<Member> members) {
    Map<Network, List<Standing>> standings = new LinkedHashMap<>();
    for (Member member : members) {
      for (Claim claim : member.claims()) {
        Standing.of(claim, member.membership())
            .ifPresent(standing ->
                standings
                    .computeIfAbsent(claim.network(), each -> new ArrayList<>())
                    .add(standing));
      }
    }
    return new ClaimIndex(standings);
  }

  /** Every claimed network once. */
  public Collection<Claimed> all() {
    return byNetwork.values();
  }

  /** Whether what is no declaration lies inside another member's claim of that time. */
  boolean hasParent(Claim claim) {
    Claimed claimed = byNetwork.get(claim.network());
    if (claimed == null) {
      return false;
    }
    boolean inside = claimed.above().stream().anyMatch(each -> isParent(each, claim));
    return inside
        || claimed.own().stream()
            .anyMatch(each -> isParent(each, claim) && each.claim().means() != claim.means());
  }

  private static boolean isParent(Standing each, Claim claim) {
    return !each.holder().equals(claim.holder()) && each.validity().overlaps(claim.validity());
  }

  private void put(Network network, List<Standing> own, List<Standing> above) {
    byNetwork.put(network, new Claimed(network, own, above));
  }

  private void addBlocks(NavigableMap<Prefix, List<Standing>> blocks) {
    Deque<Prefix> open = new ArrayDeque<>();
    blocks.forEach((prefix, own) -> {
      while (!open.isEmpty() && !open.peekLast().contains(prefix)) {
        open.removeLast();
      }
      List<Standing> above = new ArrayList<>();
      for (Prefix wider : open) {
        if (wider.isV4() == prefix.isV4()) {
          above.addAll(blocks.getOrDefault(wider, List.of()));
        }
      }
      put(new Network.Block(prefix), own, above);
      open.addLast(prefix);
    });
  }

  private static List<Standing> aboveDomain(
      Network.Domain domain, Map<Network, List<Standing>> standings) {
    List<Standing> above = new ArrayList<>();
    String name = domain.name().ascii();
    for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
      Network wider = new Network.Domain(new HostName(name.substring(dot + 1)));
      above.addAll(standings.getOrDefault(wider, List.of()));
      if (dot == 0) {
        break;
      }
    }
    return above;
  }
}
