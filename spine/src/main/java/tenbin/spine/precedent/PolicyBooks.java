package tenbin.spine.precedent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.policy.PolicyTree;

/** The policy files that case files name, each combination read once. */
final class PolicyBooks {
  private final Map<List<String>, PolicyTree> trees = new HashMap<>();

  /**
   * Packs and files as one tree.
   *
   * @throws UncheckedIOException when a file cannot be read
   */
  PolicyTree tree(List<String> packs, List<String> files, Path folder) {
    List<String> key = new ArrayList<>(packs);
    key.add("");
    files.forEach(file -> key.add(folder.resolve(file).normalize().toString()));
    return trees.computeIfAbsent(key, k -> PolicyTree.of(sources(packs, files, folder)));
  }

  private static List<PolicySource> sources(List<String> packs, List<String> files, Path folder) {
    List<PolicySource> sources = new ArrayList<>();
    packs.forEach(pack -> sources.add(PolicyFile.pack(pack)));
    for (String file : files) {
      try {
        sources.add(new PolicySource(file, Files.readString(folder.resolve(file))));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return sources;
  }
}
