package tenbin.proof.noninterference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tenbin.desks.routes.book.Deed.Act;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/** What happened to routes in a world, who heard it, and what members did about it. */
sealed interface RouteDeed extends Deed {
  /** The number that an incident has inside the hub. */
  static UUID idOf(String incident) {
    return UUID.nameUUIDFromBytes(("routes " + incident).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A router that tells the hub what it hears.
   *
   * @param owner the member's id; "" for a public collector's
   * @param asn its AS, with which its paths begin
   * @param last of its address
   */
  record Router(String owner, long asn, int last) {
    String feed() {
      return owner.isEmpty() ? "rrc06" : "member:" + owner;
    }

    Vantage vantage() {
      return new Vantage(feed(), new Asn(asn), Address.ofV4(0xc000_0200 + last));
    }
  }

  /**
   * A prefix that is announced as it should not be.
   *
   * @param text the prefix
   * @param of the declared one around it
   * @param whose the member's id; "" for nobody's in the circle
   */
  record Spot(String text, String of, String whose) {}

  /**
   * The watch found a cause.
   *
   * @param culprit the AS that does it
   * @param why reasons: name, score, detail, with "|" between
   */
  record Suspected(Instant at, String incident, Kind kind, long culprit, List<String> why)
      implements RouteDeed {
    public Suspected {
      why = List.copyOf(why);
    }

    @Override
    public String by() {
      return "";
    }
  }

  /**
   * A router had a path to a prefix.
   *
   * @param rest of the path, behind the router's own AS
   */
  record Heard(Instant at, String incident, Spot spot, Router router, String rest)
      implements RouteDeed {
    @Override
    public String by() {
      return router.owner();
    }

    String path() {
      return router.asn() + " " + rest;
    }

    Heard at(Router other) {
      return new Heard(at, incident, spot, other, rest);
    }

    Heard along(String other) {
      return new Heard(at, incident, spot, router, other);
    }
  }

  /** Nobody has a prefix any more. */
  record Lost(Instant at, String incident, String prefix) implements RouteDeed {
    @Override
    public String by() {
      return "";
    }
  }

  /** A member said which prefixes it announces. */
  record Declared(Instant at, String by, List<String> prefixes) implements RouteDeed {
    public Declared {
      prefixes = List.copyOf(prefixes);
    }
  }

  /** A member's people said a word on an incident that touches it. */
  record Said(Instant at, String by, String incident, Act act) implements RouteDeed {}

  /** A member said whether notices are to come by mail. */
  record Wished(Instant at, String by, boolean mails) implements RouteDeed {}

  /** A member ordered notices for a program. */
  record Subscribed(Instant at, String by, String to) implements RouteDeed {}
}
