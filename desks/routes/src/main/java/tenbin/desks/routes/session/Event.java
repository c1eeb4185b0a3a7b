package tenbin.desks.routes.session;

import tenbin.wire.bgp.Message;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Refused;

/** What happens to a session. Connections are numbered, so that a word of an old one is none. */
sealed interface Event {
  /** The neighbour dialled. */
  record Connected(int line) implements Event {}

  /** It said something. */
  record Said(int line, Message message) implements Event {}

  /** It said what nobody may say. */
  record Garbled(int line, Refused why) implements Event {}

  /** It neither ends its message nor takes ours. */
  record Stuck(int line, Notification answer, String why) implements Event {}

  /** The connection is gone. */
  record Gone(int line, String why) implements Event {}

  /** It has more routes than it may have. */
  record Overfull(int line, int routes) implements Event {}

  /** It speaks, and we are slow to take it in: its silence is ours. */
  record Busy(int line) implements Event {}

  /** Time went on. */
  record Tick() implements Event {}

  /** We end it. */
  record Stop() implements Event {}
}
