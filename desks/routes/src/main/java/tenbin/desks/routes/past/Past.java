package tenbin.desks.routes.past;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tenbin.desks.routes.feed.RouteSink;

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

  /** What somebody tells anew for each question: a story, a test; not a hub's feeds. */
  static Past retold(Consumer<RouteSink> all) {
    return question -> {
      Scan scan = new Scan(question);
      all.accept(scan);
      return scan.answer();
    };
  }

  /**
   * Answers.
   *
   * @throws IOException when what is kept cannot be read at all
   */
  PastAnswer ask(PastQuestion question) throws IOException;
}
