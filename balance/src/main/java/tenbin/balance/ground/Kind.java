package tenbin.balance.ground;

import java.util.Locale;
import java.util.Optional;

/** The kinds of basis (DISCLOSURE section 4). */
public enum Kind {
  OWN_DATA,
  HOLDER_RELEASE,
  INDIVIDUAL_CONSENT,
  GENERAL_TERMS_CONSENT,
  CONTRACT_CLAUSE,
  ADOPTED_CLAUSE,
  ENTRUSTMENT,
  STATUTORY_ASSOCIATION,
  STATUTE,
  WARRANT,
  JUSTIFIED_ACT,
  NECESSITY,
  LEGITIMATE_INTEREST,
  SHARING_STATUTE,
  COUNCIL_DUTY,
  PUBLISHED;

  /** Whether a refused or withdrawn consent shuts it. */
  public boolean isConsent() {
    return this == INDIVIDUAL_CONSENT || this == GENERAL_TERMS_CONSENT;
  }

  /** Whether it can name the one party at which a row may end. */
  public boolean canNameAddressee() {
    return switch (this) {
      case INDIVIDUAL_CONSENT, ENTRUSTMENT, STATUTORY_ASSOCIATION, WARRANT, NECESSITY -> true;
      case OWN_DATA,
          HOLDER_RELEASE,
          GENERAL_TERMS_CONSENT,
          CONTRACT_CLAUSE,
          ADOPTED_CLAUSE,
          STATUTE,
          JUSTIFIED_ACT,
          LEGITIMATE_INTEREST,
          SHARING_STATUTE,
          COUNCIL_DUTY,
          PUBLISHED ->
          false;
    };
  }

  /** As files write it: "holder-release". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Kind> tryParse(String word) {
    for (Kind each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
