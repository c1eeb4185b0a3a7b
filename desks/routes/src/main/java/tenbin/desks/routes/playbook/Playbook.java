package tenbin.desks.routes.playbook;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tenbin.desks.routes.incident.Kind;

/** What helps against which kind of incident. */
public final class Playbook {
  private Playbook() {}

  /** What a holder can do, in the order in which it does it. */
  public enum Step {
    /** Looks for itself, at its own routers and from outside. */
    VERIFY,
    /** Writes or calls the one who does it. */
    CONTACT,
    /** Announces itself what is preferred. */
    COUNTER,
    /** Mends what a registry says. */
    REGISTRY,
    /** Writes down what happened. */
    REPORT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The steps for a kind, in order. */
  public static Set<Step> steps(Kind kind) {
    EnumSet<Step> steps = EnumSet.of(Step.VERIFY, Step.REPORT);
    switch (kind) {
      case ORIGIN_HIJACK,
          SUBPREFIX_HIJACK,
          LESS_SPECIFIC,
          AS_SET_ORIGIN,
          FAKE_FIRST_HOP,
          SUBPREFIX_FORGED,
          FORGED_PATH,
          ROA_JUST_CHANGED,
          MASS_HIJACK,
          SQUATTING -> {
        steps.add(Step.CONTACT);
        steps.add(Step.COUNTER);
        steps.add(Step.REGISTRY);
      }
      case ROUTE_LEAK, MASS_LEAK, PEERLOCK, ASPA_INVALID -> {
        steps.add(Step.CONTACT);
        steps.add(Step.COUNTER);
      }
      case RPKI_INVALID, RPKI_MASS_INVALID, RPKI_EXPIRY, IRR_MISMATCH, NEW_PREFIX ->
          steps.add(Step.REGISTRY);
      case NEW_UPSTREAM, NEW_DOWNSTREAM, BOGON_PREFIX, BOGON_ASN, IXP_LAN ->
          steps.add(Step.CONTACT);
      case PREPEND, VISIBILITY_LOSS -> {}
    }
    return steps;
  }

  /** What one changes in a registry, or declares, where the announcement itself is right. */
  public static boolean isOwnDoing(Kind kind) {
    return switch (kind) {
      case RPKI_INVALID, RPKI_MASS_INVALID, RPKI_EXPIRY, IRR_MISMATCH, NEW_PREFIX -> true;
      default -> false;
    };
  }
}
