package tenbin.spine.roster;

import java.util.List;
import tenbin.nouns.member.Network;

/**
 * A network that somebody claims, with every claim that covers it.
 *
 * @param network what
 * @param own the claims of exactly this network, in the circle file's order
 * @param above the claims of wider networks, widest first
 */
public record Claimed(Network network, List<Standing> own, List<Standing> above) {
  public Claimed {
    own = List.copyOf(own);
    above = List.copyOf(above);
  }
}
