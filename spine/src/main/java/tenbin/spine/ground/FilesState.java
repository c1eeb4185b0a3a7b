package tenbin.spine.ground;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.yaml.YamlFault;

/**
 * What became of the policy files.
 *
 * @param inForce the files that count
 * @param since when they were taken; empty while there never were any
 * @param refused why newer files do not count, empty when they do
 */
public record FilesState(
    List<PolicySource> inForce, Optional<Instant> since, List<YamlFault> refused) {
  /** No files, none refused. */
  public static final FilesState NONE = new FilesState(List.of(), Optional.empty(), List.of());

  public FilesState {
    inForce = List.copyOf(inForce);
    refused = List.copyOf(refused);
  }

  FilesState butRefused(List<YamlFault> faults) {
    return new FilesState(inForce, since, faults);
  }
}
