package tenbin.desks.routes.session;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import tenbin.desks.routes.port.Line;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Message;
import tenbin.wire.bgp.MessageReader;
import tenbin.wire.bgp.Refused;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Side;

/** One connection of a neighbour: makes events of what it says. One thread reads it. */
final class Connection {
  private static final SessionForm UNSETTLED =
      new SessionForm(AsWidth.FOUR, Set.of(), Side.EXTERNAL);

  private final int number;
  private final Line line;
  private final MessageReader reader = new MessageReader(UNSETTLED);
  private byte[] message = new byte[MessageReader.MOST];
  private volatile boolean busy;

  Connection(int number, Line line) {
    this.number = number;
    this.line = line;
  }

  int number() {
    return number;
  }

  Line line() {
    return line;
  }

  /** Whether what it said last is still being taken in. */
  boolean isBusy() {
    return busy;
  }

  void settle(Negotiated form) {
    reader.settle(form.form(), form.longestMessage());
    message = new byte[form.longestMessage()];
  }

  /** Reads until the end, whatever that is. */
  void read(Consumer<Event> events) {
    try {
      while (line.head(message, MessageReader.HEADER)) {
        busy = false;
        Event said = next();
        busy = true;
        events.accept(said);
        busy = false;
      }
      events.accept(new Event.Gone(number, "the neighbour closed the connection"));
    } catch (IOException broken) {
      events.accept(new Event.Gone(number, "connection lost: " + broken.getMessage()));
    }
  }

  private Event next() throws IOException {
    try {
      int length = reader.length(message);
      line.rest(message, MessageReader.HEADER, length - MessageReader.HEADER);
      line.whole();
      Message said = reader.read(message, length);
      return new Event.Said(number, said);
    } catch (Refused garbled) {
      line.whole();
      return new Event.Garbled(number, garbled);
    }
  }
}
