package tenbin.hub.page;

import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.Circle;

/** Reads circle files. Any thread. */
public interface CircleFiles {
  Reading read(String yaml);

  /**
   * What a file says.
   *
   * @param circle empty when anything was wrong
   * @param faults each with its line and reason
   */
  record Reading(Optional<Circle> circle, List<String> faults) {
    public Reading {
      faults = List.copyOf(faults);
    }
  }
}
