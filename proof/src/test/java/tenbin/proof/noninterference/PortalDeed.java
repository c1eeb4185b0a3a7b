package tenbin.proof.noninterference;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What customers, their desks and those who give grounds did in a world. */
sealed interface PortalDeed extends Deed {
  /** A desk let a customer in. */
  record Welcomed(Instant at, String by, String customer) implements PortalDeed {}

  /**
   * A customer told what happened to it.
   *
   * @param by the customer
   * @param server by which it was done
   * @param damage what it did
   * @param asking whether it may be asked for more
   */
  record Told(
      Instant at,
      String by,
      String report,
      String server,
      String damage,
      boolean asking,
      String marking)
      implements PortalDeed {
    UUID id() {
      return idOf(report);
    }
  }

  /** The number that a report has inside the hub. */
  static UUID idOf(String report) {
    return UUID.nameUUIDFromBytes(
        ("report " + report).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /**
   * A customer permitted something of a report.
   *
   * @param parts words of parts
   * @param aims words of aims
   * @param to classes and members
   */
  record Permitted(
      Instant at, String by, String report, Set<String> parts, Set<String> aims, Set<String> to)
      implements PortalDeed {
    public Permitted {
      parts = Set.copyOf(parts);
      aims = Set.copyOf(aims);
      to = Set.copyOf(to);
    }
  }

  /** A customer withdrew everything that it had permitted of a report. */
  record Withdrew(Instant at, String by, String report) implements PortalDeed {}

  /** The hub looked whom it could ask, and mailed what was an organisation's turn. */
  record Asked(Instant at) implements PortalDeed {
    @Override
    public String by() {
      return "";
    }
  }

  /**
   * A customer answered a question, where it was put to it.
   *
   * @param part that others would have
   * @param aim what for
   */
  record Replied(Instant at, String by, String report, String part, String aim, boolean yes)
      implements PortalDeed {}

  /** A member answered the question about its rows, where it was asked. */
  record RowsReplied(Instant at, String by, boolean yes) implements PortalDeed {}

  /** A member adopted a clause. */
  record Adopted(Instant at, String by, String clause) implements PortalDeed {}

  /** A member gave a clause up again. */
  record Left(Instant at, String by, String clause) implements PortalDeed {}

  /** A member let others have something of what it holds. */
  record Released(Instant at, String by, String id, Set<String> to) implements PortalDeed {
    public Released {
      to = Set.copyOf(to);
    }
  }

  /** A member ended such a release. */
  record Ended(Instant at, String by, String id) implements PortalDeed {}

  /** A member's program asked for something, where it has one. */
  record Fetched(Instant at, String by, String path) implements PortalDeed {}
}
