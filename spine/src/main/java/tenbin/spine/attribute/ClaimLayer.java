package tenbin.spine.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.spine.roster.ClaimIndex;
import tenbin.spine.roster.Claimed;
import tenbin.spine.roster.Standing;

/** What the members claim: blocks and domains as tables of finished answers, systems as a map. */
final class ClaimLayer {
  private final PrefixTable blocks;
  private final NameTable domains;
  private final Timeline[] answers;
  private final Map<Long, List<Standing>> systems = new HashMap<>();

  ClaimLayer(Circle circle) {
    PrefixTable.Builder prefixes = PrefixTable.builder();
    Map<String, Integer> names = new HashMap<>();
    List<Timeline> timelines = new ArrayList<>();
    for (Claimed claimed : ClaimIndex.of(circle).all()) {
      List<Standing> all = new ArrayList<>(claimed.above());
      all.addAll(claimed.own());
      switch (claimed.network()) {
        case Network.Block block -> {
          prefixes.add(block.prefix(), timelines.size());
          timelines.add(Timeline.of(all, Holders::decide));
        }
        case Network.Domain domain -> {
          names.put(domain.name().ascii(), timelines.size());
          timelines.add(Timeline.of(all, Holders::decide));
        }
        case Network.AutonomousSystem system -> systems.put(system.asn().number(), all);
      }
    }
    blocks = prefixes.build();
    domains = new NameTable(names);
    answers = timelines.toArray(Timeline[]::new);
  }

  /** What the claimed blocks say; {@link Attribution#NOT_COVERED} where none does. */
  Attribution at(Address address, long nanos) {
    int found = blocks.find(address);
    return found == PrefixTable.NONE ? Attribution.NOT_COVERED : answers[found].at(nanos);
  }

  /** What the claimed domains say of the name in this part of a text. */
  Attribution at(String text, int from, int to, long nanos) {
    int found = domains.find(text, from, to);
    if (found == NameTable.NOT_ASCII) {
      return HostName.tryParse(text.substring(from, to))
          .map(name -> at(name.ascii(), 0, name.ascii().length(), nanos))
          .orElse(Attribution.NOT_COVERED);
    }
    return found == NameTable.NONE ? Attribution.NOT_COVERED : answers[found].at(nanos);
  }

  /** The claims of an autonomous system, none where nobody claims it. */
  List<Standing> ofSystem(long asn) {
    return systems.getOrDefault(asn, List.of());
  }
}
