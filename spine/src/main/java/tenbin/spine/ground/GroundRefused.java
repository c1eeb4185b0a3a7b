package tenbin.spine.ground;

import java.util.List;
import java.util.stream.Collectors;
import tenbin.spine.yaml.YamlFault;

/** Grounds that cannot be in force together; what stood before stays. */
public final class GroundRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<YamlFault> faults;

  public GroundRefused(List<YamlFault> faults) {
    super(faults.stream().map(YamlFault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  GroundRefused(String about, String reason) {
    this(List.of(new YamlFault("", 1, about, reason, "")));
  }

  /** Every fault with its file, line and key. */
  public List<YamlFault> faults() {
    return faults;
  }
}
