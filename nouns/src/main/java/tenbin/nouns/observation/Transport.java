package tenbin.nouns.observation;

import java.util.Locale;
import java.util.Optional;

/** The protocol above IP, by IANA's protocol numbers. */
public enum Transport {
  NOT_TOLD(-1),
  ICMP(1),
  IGMP(2),
  TCP(6),
  UDP(17),
  GRE(47),
  ESP(50),
  ICMPV6(58),
  SCTP(132);

  private final int number;

  Transport(int number) {
    this.number = number;
  }

  /** IANA's number, -1 when not told. */
  public int number() {
    return number;
  }

  /** Lower case, as every report format writes it; empty when not told. */
  public String word() {
    return this == NOT_TOLD ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The transport of a name or an IANA number; empty for anything else. */
  public static Optional<Transport> tryParse(String text) {
    String word = text.trim().toLowerCase(Locale.ROOT);
    for (Transport each : values()) {
      if (each.word().equals(word) || Integer.toString(each.number).equals(word)) {
        return Optional.of(each);
      }
    }
    return "ipv6-icmp".equals(word) ? Optional.of(ICMPV6) : Optional.empty();
  }
}
