package tenbin.balance.ground;

import java.util.Optional;

/** The state of a consent by the W3C Data Privacy Vocabulary (DPV 2, consent status). */
public enum ConsentState {
  UNKNOWN("Unknown", false, false),
  REQUESTED("Requested", false, false),
  DEFERRED("Deferred", false, false),
  REFUSED("Refused", false, true),
  GIVEN("Given", true, false),
  RENEWED_GIVEN("RenewedGiven", true, false),
  EXPIRED("Expired", false, false),
  INVALIDATED("Invalidated", false, false),
  REVOKED("Revoked", false, false),
  WITHDRAWN("Withdrawn", false, true);

  private final String word;
  private final boolean valid;
  private final boolean forbids;

  ConsentState(String word, boolean valid, boolean forbids) {
    this.word = word;
    this.valid = valid;
    this.forbids = forbids;
  }

  /** Whether the consent opens anything in this state. */
  public boolean isValid() {
    return valid;
  }

  /** Whether no other consent of the same subject may open what this one speaks of. */
  public boolean forbids() {
    return forbids;
  }

  public String word() {
    return word;
  }

  public static Optional<ConsentState> tryParse(String word) {
    for (ConsentState each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
