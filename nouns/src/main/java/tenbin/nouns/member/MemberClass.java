package tenbin.nouns.member;

import java.util.Locale;
import java.util.Optional;

/** What a party is in the circle; classes of recipients follow it (DISCLOSURE section 1). */
public enum MemberClass {
  CHAIR,
  VICE_CHAIR,
  DIRECTOR,
  COMMITTEE,
  ALLIANCE_MEMBER,
  OBSERVER,
  /** Runs the hub and the circle; answers for no network of its own. */
  SECRETARIAT;

  /** As the circle file writes it: "vice-chair". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<MemberClass> tryParse(String word) {
    for (MemberClass each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
