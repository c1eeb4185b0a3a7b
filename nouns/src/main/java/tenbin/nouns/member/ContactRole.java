package tenbin.nouns.member;

import java.util.Locale;
import java.util.Optional;

/** What a contact is for. */
public enum ContactRole {
  NOC,
  SOC,
  ABUSE,
  CUSTOMER_DESK,
  ROUTING,
  /** Answers questions about what may leave, by links that come by mail. */
  APPROVER;

  /** As the circle file writes it: "customer-desk". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<ContactRole> tryParse(String word) {
    for (ContactRole each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
