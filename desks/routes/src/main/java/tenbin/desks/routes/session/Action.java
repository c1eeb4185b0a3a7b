package tenbin.desks.routes.session;

import java.time.Instant;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Update;

/** What a session does. */
sealed interface Action {
  /** To its connection. */
  sealed interface OnLine extends Action {
    int line();
  }

  @SuppressWarnings("ArrayRecordComponent") // Octets on their way out; nobody compares them.
  record Send(int line, byte[] message) implements OnLine {}

  /** After what was sent. */
  record Close(int line, String why) implements OnLine {}

  /** From now on messages are read so. */
  record Settle(int line, Negotiated form) implements OnLine {}

  /** To what is held of it, in this order. */
  sealed interface OnRoutes extends Action {
    Instant at();
  }

  record Tell(int line, Instant at, Update update) implements OnRoutes {}

  /** All of it is stale from now on. */
  record Stale(Instant at) implements OnRoutes {}

  /** What is stale of a family goes. */
  record Sweep(Instant at, AfiSafi family) implements OnRoutes {}

  /** A family is not believed any more. */
  record Disable(Instant at, AfiSafi family) implements OnRoutes {}

  record Lost(Instant at) implements OnRoutes {}

  record Complete(Instant at) implements OnRoutes {}
}
