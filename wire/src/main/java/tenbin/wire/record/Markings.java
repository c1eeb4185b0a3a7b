package tenbin.wire.record;

import java.io.IOException;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.report.Fault;
import tenbin.wire.Sink;

/**
 * Passes on how records mark themselves (TLP 2.0). A record without a marking after marked ones
 * stands under the strictest so far: silence never loosens. Not for several threads.
 */
public final class Markings {
  private final Sink sink;
  private final Values values;
  private Optional<Tlp> current = Optional.empty();
  private Optional<Tlp> strictest = Optional.empty();

  public Markings(Sink sink, Values values) {
    this.sink = sink;
    this.values = values;
  }

  /** The marking of the record at hand as it wrote it, empty when it wrote none. */
  public void of(String text) throws IOException {
    Optional<Tlp> told = Tlp.tryParse(text);
    if (told.isEmpty() && !text.isBlank()) {
      values.note(Fault.VALUE_UNREADABLE, "tlp \"" + text + "\" taken as TLP:RED");
      told = Optional.of(Tlp.RED);
    }
    Optional<Tlp> holds = told.isPresent() ? told : strictest;
    if (holds.isPresent() && !holds.equals(current)) {
      current = holds;
      sink.marking(holds.get());
    }
    if (told.isPresent() && (strictest.isEmpty() || told.get().compareTo(strictest.get()) < 0)) {
      strictest = told;
    }
  }
}
