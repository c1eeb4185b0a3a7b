package tenbin.nouns.consent;

import java.util.Locale;
import java.util.Optional;

/** What a disclosure is for: a closed list (DISCLOSURE section 1). Anything else is refused. */
public enum Purpose {
  NOTIFY_AFFECTED_CUSTOMER("P1"),
  REQUEST_SOURCE_SIDE_ACTION("P2"),
  JOINT_MITIGATION_NOW("P3"),
  DETECT_COMMAND_SERVERS("P4"),
  NOTIFY_ROUTE_ANOMALY("P5"),
  STATISTICS("P6"),
  RESEARCH("P7"),
  TRACK_CLEANING("P8"),
  EXERCISE("P9"),
  STATUTORY_REPORT("P10"),
  INFORM_AND_DEFEND("P11"),
  BLOCK_AND_WARN("P12"),
  ENTRUSTED_CONTACT("P13"),
  RUN_THE_CIRCLE("P14"),
  MATCH_AT_HUB("P15"),
  ANSWER_THE_SUBJECT("P16");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  /** P1 to P16. */
  public String code() {
    return code;
  }

  /** The name as files write it: "notify-affected-customer". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The purpose of a code or a word; empty for anything else. */
  public static Optional<Purpose> tryParse(String text) {
    String plain = text.trim().toLowerCase(Locale.ROOT);
    for (Purpose each : values()) {
      if (each.code.toLowerCase(Locale.ROOT).equals(plain) || each.word().equals(plain)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
