package tenbin.proof.noninterference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.nouns.report.Digest;

/** Something that a member, or the hub for it, did in a world. */
sealed interface Deed
    permits Deed.Sent,
        Deed.Spoiled,
        Deed.Opened,
        Deed.Answered,
        Deed.Ordered,
        Deed.Minted,
        Deed.Entered,
        Deed.Pulled,
        Deed.Knocked,
        Deed.Gathered,
        Deed.Skilled,
        Deed.Named,
        Deed.Filed,
        Deed.Elected,
        Deed.Voted,
        Deed.Invited,
        Deed.Served,
        PortalDeed,
        RouteDeed {
  Instant at();

  /** Whose deed; empty for the hub's own. */
  String by();

  /** A report came in. */
  record Sent(Instant at, String by, String name, String marking, List<Row> rows) implements Deed {
    public Sent {
      rows = List.copyOf(rows);
    }

    String text() {
      return rows.stream().map(Row::json).collect(Collectors.joining("\n", "", "\n"));
    }

    String digest() {
      return Digest.of(text().getBytes(StandardCharsets.UTF_8)).hex();
    }

    Sent with(List<Row> others) {
      return new Sent(at, by, name, marking, others);
    }
  }

  /** An upload that is refused: its digest is another one. */
  record Spoiled(Instant at, String by, String text) implements Deed {}

  /** A case was opened. */
  record Opened(
      Instant at,
      String id,
      String family,
      Set<String> members,
      List<String> values,
      Instant from,
      Instant to)
      implements Deed {
    @Override
    public String by() {
      return "";
    }
  }

  /** How an answer comes. */
  enum Way {
    /** From a page or a program. */
    HERE,
    MAIL
  }

  /** A member answered a case. */
  record Answered(Instant at, String by, String opened, String state, String note, Way way)
      implements Deed {}

  /** A member ordered a subscription: a webhook to a path of the test's receiver, or a digest. */
  record Ordered(Instant at, String by, String channel, String to, String format, String schedule)
      implements Deed {}

  /** A member made a token. */
  record Minted(Instant at, String by, String title) implements Deed {}

  /** A person of a member was given a login. */
  record Entered(Instant at, String by, String login) implements Deed {}

  /** A member pulled its rows, so the ledger grew. */
  record Pulled(Instant at, String by) implements Deed {}

  /** Somebody failed to sign in. */
  record Knocked(Instant at, String by) implements Deed {}

  /** A member opened a group with another one and wrote minutes there. */
  record Gathered(Instant at, String by, String with, String name) implements Deed {}

  /** A member said what its people can do. */
  record Skilled(Instant at, String by, String what) implements Deed {}

  /** A member named one of its people a participant of the working group. */
  record Named(Instant at, String by, String name) implements Deed {}

  /**
   * A member laid a document into the working group.
   *
   * @param open whether the circle reads its title
   */
  record Filed(Instant at, String by, String title, boolean open) implements Deed {}

  /** The secretariat opened an election in which a person of a member's stands. */
  record Elected(Instant at, String by, String name) implements Deed {}

  /** A member voted in it, for who stands or for nobody. */
  record Voted(Instant at, String by, boolean yes) implements Deed {}

  /**
   * The secretariat invited somebody who is no member yet.
   *
   * @param network that it says is its own
   * @param proved whether it has proved it
   */
  record Invited(Instant at, String id, String network, boolean proved) implements Deed {
    @Override
    public String by() {
      return World.OFFICE;
    }
  }

  /** The outbox served everything that was due, and reminders left. */
  record Served(Instant at) implements Deed {
    @Override
    public String by() {
      return "";
    }
  }
}
