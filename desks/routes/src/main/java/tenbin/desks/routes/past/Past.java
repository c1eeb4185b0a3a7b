package tenbin.desks.routes.past;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be asked of routes as they were. Any thread. */
@FunctionalInterface
public interface Past {
  /** Nothing is kept. */
  Past NOTHING =
      question ->
          new PastAnswer(
              false,
              Optional.<Instant>empty(),
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              Optional.empty(),
              0);

  /**
   * Answers.
   *
   * @throws IOException when what is kept cannot be read at all
   */
  PastAnswer ask(PastQuestion question) throws IOException;
}
