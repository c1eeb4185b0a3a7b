package tenbin.wire.bmp;

import java.util.List;
import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.wire.bgp.Notification;
import tenbin.wire.bgp.Octets;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Treated;
import tenbin.wire.bgp.UpdateReader;

/** What a router says (RFC 7854 section 4). */
public sealed interface BmpMessage {
  /**
   * Routes of a peer.
   *
   * @param body of an UPDATE
   */
  record RouteMonitoring(PeerHead peer, Octets body) implements BmpMessage {
    /** The routes, as the peer's session writes them. */
    public Treated update(SessionForm form) {
      return new UpdateReader(form).read(body.copy());
    }
  }

  /** Counters of a peer. */
  record Statistics(PeerHead peer, List<Statistic> counters) implements BmpMessage {
    public Statistics {
      counters = List.copyOf(counters);
    }
  }

  /** A session that ended. */
  record PeerDown(PeerHead peer, Down why) implements BmpMessage {}

  /**
   * A session that began.
   *
   * @param local the router's own end
   * @param sent the OPEN of the router; empty where it cannot be read
   * @param received the OPEN of the peer
   * @param information texts, and the name of the table
   */
  record PeerUp(
      PeerHead peer,
      Address local,
      Optional<Open> sent,
      Optional<Open> received,
      List<Tlv> information)
      implements BmpMessage {
    public PeerUp {
      information = List.copyOf(information);
    }
  }

  /** The router says who it is. */
  record Initiation(List<Tlv> information) implements BmpMessage {
    public Initiation {
      information = List.copyOf(information);
    }

    /** sysName; "" where it says none. */
    public String name() {
      return text(2);
    }

    /** sysDescr; "" where it says none. */
    public String description() {
      return text(1);
    }

    private String text(int type) {
      return information.stream()
          .filter(each -> each.type() == type)
          .map(Tlv::text)
          .findFirst()
          .orElse("");
    }
  }

  /** The router goes. */
  record Termination(List<Tlv> information) implements BmpMessage {
    public Termination {
      information = List.copyOf(information);
    }

    /** "out of resources", with what the router adds. */
    public String why() {
      StringBuilder why = new StringBuilder();
      for (Tlv each : information) {
        why.append(why.isEmpty() ? "" : ": ");
        why.append(each.type() == 1 ? reason((int) each.number()) : each.text());
      }
      return why.toString();
    }

    private static String reason(int number) {
      return switch (number) {
        case 0 -> "session administratively closed";
        case 1 -> "unspecified reason";
        case 2 -> "out of resources";
        case 3 -> "redundant connection";
        case 4 -> "session permanently administratively closed";
        default -> "reason " + number;
      };
    }
  }

  /** Messages of a peer word for word, or that some were lost. */
  record Mirroring(PeerHead peer, List<Tlv> mirrored) implements BmpMessage {
    public Mirroring {
      mirrored = List.copyOf(mirrored);
    }
  }

  /** A kind that is not in the registry. */
  record Unknown(int type) implements BmpMessage {}

  /**
   * A counter (RFC 7854 section 4.8).
   *
   * @param type its number in the registry
   * @param family of the routes that it counts; empty where it counts all
   */
  record Statistic(int type, Optional<tenbin.wire.bgp.AfiSafi> family, long value) {}

  /**
   * Why a session ended (RFC 7854 section 4.9).
   *
   * @param reason its number
   * @param notification that ended it; empty where none did
   * @param event of the state machine; 0 where it is not said
   */
  record Down(int reason, Optional<Notification> notification, int event) {
    /** "the peer closed: Cease: administrative reset". */
    @Override
    public String toString() {
      String who =
          switch (reason) {
            case 1 -> "the router closed";
            case 2 -> "the router closed at event " + event;
            case 3 -> "the peer closed";
            case 4 -> "the connection was lost";
            case 5 -> "the router monitors it no more";
            case 6 -> "the router's own table is told no more";
            default -> "reason " + reason;
          };
      return who + notification.map(each -> ": " + each).orElse("");
    }
  }
}
