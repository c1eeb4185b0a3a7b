package tenbin.desks.routes.rtr;

import java.time.Instant;
import tenbin.wire.rpki.RtrMessage;

/** What a session wants done. */
sealed interface RtrAction {
  /** A PDU goes out. */
  record Send(RtrMessage message) implements RtrAction {}

  /** The connection ends; {@link RtrSession#lost} is told when it has. */
  record Close(String reason) implements RtrAction {}

  /** A version is whole. */
  record Publish(RpkiVersion version, RpkiChanges changes) implements RtrAction {}

  /** The last version does not count any more. */
  record Expire(Instant at) implements RtrAction {}
}
