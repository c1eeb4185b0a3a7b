package tenbin.hub.today;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that waits for somebody.
 *
 * @param kind what it is
 * @param what in the reader's language
 * @param until when it has to be done
 * @param path of the page where it is done
 * @param onward what may be passed on of it, in the reader's language; empty where nothing is told
 */
public record Need(
    Kind kind, String what, Optional<Instant> until, String path, List<String> onward) {
  /** What can wait, in the order in which it stands when time does not decide. */
  public enum Kind {
    QUESTION,
    CASE,
    ROUTE,
    RECALL,
    CONTACT,
    CHANNEL,
    TOKEN,
    NETWORK,
    NEWCOMER,
    ROLE,
    VOTE,
    NOMINATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Need {
    onward = List.copyOf(onward);
  }

  /** One of which nothing is passed on. */
  static Need plain(Kind kind, String what, Optional<Instant> until, String path) {
    return new Need(kind, what, until, path, List.of());
  }

  /** Whether its time has passed. */
  public boolean over(Instant now) {
    return until.filter(each -> !now.isBefore(each)).isPresent();
  }
}
