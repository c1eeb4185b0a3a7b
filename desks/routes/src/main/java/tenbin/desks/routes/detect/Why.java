package tenbin.desks.routes.detect;

import java.util.List;
import tenbin.desks.routes.incident.Tag;

/**
 * Why something is suspected. Of most that is nothing people are ever told, so its words may be
 * found when somebody asks for them.
 */
public interface Why {
  /** The sum of the reasons: above 0 where more speaks for it than against. */
  int score();

  /** The reasons, each with its score. */
  List<Tag> tags();

  /** These reasons. */
  static Why of(List<Tag> tags) {
    return new Known(tags);
  }

  /** Reasons that are worked out already. */
  record Known(List<Tag> tags) implements Why {
    public Known {
      tags = List.copyOf(tags);
    }

    @Override
    public int score() {
      int sum = 0;
      for (int i = 0; i < tags.size(); i++) {
        sum += tags.get(i).score();
      }
      return sum;
    }
  }
}
