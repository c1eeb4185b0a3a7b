package tenbin.wire.rpki;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** A message of the RPKI to router protocol (RFC 8210 section 5, RFC 6810, 8210bis). */
public sealed interface RtrPdu {
  /** Whether a payload comes or goes. */
  enum Action {
    WITHDRAW(0),
    ANNOUNCE(1);

    private final int flag;

    Action(int flag) {
      this.flag = flag;
    }

    /** The lowest bit of the flags. */
    int flag() {
      return flag;
    }
  }

  /** The cache has something new. */
  record SerialNotify(int session, long serial) implements RtrPdu {}

  /** What changed since a serial? */
  record SerialQuery(int session, long serial) implements RtrPdu {}

  /** What is there? */
  record ResetQuery() implements RtrPdu {}

  /** Payloads follow. */
  record CacheResponse(int session) implements RtrPdu {}

  /** One VRP. */
  record PrefixPayload(Action action, Prefix prefix, int maxLength, Asn asn) implements RtrPdu {
    public PrefixPayload {
      if (maxLength < prefix.length() || maxLength > (prefix.isV4() ? 32 : 128)) {
        throw new IllegalArgumentException("maximum /" + maxLength + " of " + prefix);
      }
    }
  }

  /** One router key; nothing of it but its being there is kept. */
  record RouterKey(Action action) implements RtrPdu {}

  /** One AS and all its providers; none where it goes. */
  record AspaPayload(Action action, Asn customer, List<Asn> providers) implements RtrPdu {
    public AspaPayload {
      providers = List.copyOf(providers);
    }
  }

  /**
   * All payloads were told.
   *
   * @param intervals when to ask again; version 0 does not say
   */
  record EndOfData(int session, long serial, Optional<Intervals> intervals) implements RtrPdu {}

  /** Seconds: until the next question, until the next try, until nothing counts any more. */
  record Intervals(long refresh, long retry, long expire) {}

  /** The cache does not know what changed since then. */
  record CacheReset() implements RtrPdu {}

  /**
   * Something is wrong with what the other side sent.
   *
   * @param code see {@link RtrError}
   * @param octets of the PDU, or its beginning, in hexadecimal digits
   * @param text for people, at most {@link #MOST_TEXT} characters
   */
  record ErrorReport(int code, String octets, String text) implements RtrPdu {
    public static final int MOST_TEXT = 500;

    public ErrorReport {
      text = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }

    /** What it is, in words. */
    public String what() {
      return RtrError.of(code).map(Enum::name).orElse("error " + code) + " " + text;
    }
  }

  /** Its version as the header tells it, where one is bound to it. */
  default OptionalInt lowestVersion() {
    return switch (this) {
      case RouterKey ignored -> OptionalInt.of(1);
      case AspaPayload ignored -> OptionalInt.of(2);
      default -> OptionalInt.empty();
    };
  }
}
