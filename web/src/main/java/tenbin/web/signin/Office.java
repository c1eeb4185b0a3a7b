package tenbin.web.signin;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person does for its member. A person holds one office or several. */
public enum Office {
  /** Looks after its member's own people, tokens and channels. */
  ADMINISTRATOR,
  /** Sends reports, answers cases and recalls. */
  ANALYST,
  /** Says what may leave: questions, grounds, releases. */
  APPROVER,
  /** Speaks with the member's customers. */
  CUSTOMER_DESK,
  /** Reads, and changes nothing. */
  READER;

  /** As commands, forms and tables write it: "customer-desk". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Every office, as people had them before there were offices. */
  public static Set<Office> all() {
    return EnumSet.allOf(Office.class);
  }

  public static Optional<Office> tryParse(String word) {
    for (Office each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
