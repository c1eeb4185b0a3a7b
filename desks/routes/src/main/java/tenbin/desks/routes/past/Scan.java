package tenbin.desks.routes.past;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/**
 * Answers one question by hearing everything once, without anything that is kept: for who has
 * recordings and no hub. In memory is the answer alone. One thread.
 */
public final class Scan implements RouteSink {
  /** Recordings have their own time; the clock has no say in it. */
  private static final long NO_CLOCK = Long.MAX_VALUE / 2;

  private final Gathering gathering;
  private final Hearings hearings;
  private final Times times = new Times(Map.of());
  private final Consumer<Word> keep;

  public Scan(PastQuestion question) {
    this.gathering = new Gathering(question);
    this.hearings = new Hearings(question.whose());
    this.keep =
        each -> {
          switch (each) {
            case Change change -> gathering.add(change);
            case Mark mark -> hearings.add(List.of(mark));
          }
        };
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    times.of(new Change(micros, from, prefix, Recorder.route(attributes)), NO_CLOCK, keep);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    times.of(new Change(micros, from, prefix, PastRoute.WITHDRAWN), NO_CLOCK, keep);
  }

  @Override
  public void lost(long micros, Vantage from) {
    times.of(Mark.at(Mark.What.LOST, from, micros), NO_CLOCK, keep);
  }

  @Override
  public void complete(long micros, Vantage from) {
    times.of(Mark.at(Mark.What.COMPLETE, from, micros), NO_CLOCK, keep);
  }

  /** What was heard up to here. */
  public PastAnswer answer() {
    hearings.end();
    return gathering.answer(hearings, List.of(), Optional.empty());
  }
}
