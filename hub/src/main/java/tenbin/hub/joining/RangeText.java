package tenbin.hub.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.RegistryText;
import tenbin.spine.newcomer.WrittenNetwork;

/**
 * Networks as people paste them: a prefix, AS number or domain a line or between commas, or objects
 * of a registry.
 *
 * @param networks that were understood, each once
 * @param strange what was not, as it was written
 */
record RangeText(List<Network> networks, List<String> strange) {
  /** What a person pastes; a whole database is no entry. */
  static final int MOST = 200_000;

  private static final int MOST_STRANGE = 20;

  static RangeText of(String text) {
    List<Network> networks = new ArrayList<>();
    List<String> strange = new ArrayList<>();
    String plain = text.substring(0, Math.min(text.length(), MOST));
    if (RegistryText.looksLikeIt(plain)) {
      networks.addAll(RegistryText.networks(plain));
    } else {
      for (String word : plain.split("[\\s,;]+", -1)) {
        Optional<Network> network = WrittenNetwork.tryParse(word);
        network.ifPresent(networks::add);
        if (network.isEmpty() && !word.isBlank() && strange.size() < MOST_STRANGE) {
          strange.add(word);
        }
      }
    }
    return new RangeText(networks.stream().distinct().toList(), strange);
  }
}
