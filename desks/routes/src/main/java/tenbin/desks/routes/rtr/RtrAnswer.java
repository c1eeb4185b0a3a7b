package tenbin.desks.routes.rtr;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.registry.Aspa;
import tenbin.desks.routes.registry.Vrp;
import tenbin.nouns.net.Asn;
import tenbin.wire.rpki.RtrError;
import tenbin.wire.rpki.RtrMessage;
import tenbin.wire.rpki.RtrPdu;
import tenbin.wire.rpki.RtrRefused;
import tenbin.wire.rpki.RtrWriter;

/**
 * An answer of a cache while it comes: what is there, or what changed since a version. Nothing of
 * it counts before its end. Not for several threads.
 */
abstract sealed class RtrAnswer permits WholeAnswer, ChangeAnswer {
  /** A version's data, and how it differs from the one before. */
  record Outcome(RtrData data, RpkiChanges changes) {}

  private final RtrLimits limits;
  private final Map<Asn, Optional<Aspa>> aspas = new LinkedHashMap<>();

  RtrAnswer(RtrLimits limits) {
    this.limits = limits;
  }

  /** One VRP that comes or goes. */
  abstract void take(Vrp vrp, RtrMessage message) throws RtrRefused;

  /** How many VRPs there are now. */
  abstract int vrps();

  /** Whether there is an ASPA of a customer before this answer. */
  abstract boolean hadAspa(Asn customer);

  /** The end of it. */
  abstract Outcome end(RtrMessage message) throws RtrRefused;

  final void take(RtrMessage message, RtrPdu.PrefixPayload payload) throws RtrRefused {
    take(Vrp.of(payload.prefix(), payload.maxLength(), payload.asn()), message);
    if (vrps() > limits.vrps()) {
      throw refused(RtrError.INTERNAL_ERROR, message, "more than " + limits.vrps() + " VRPs");
    }
  }

  /**
   * One that is announced again replaces the one before (8210bis section 5.12). One that goes twice
   * in an answer goes: early drafts tell each family by itself.
   */
  final void take(RtrMessage message, RtrPdu.AspaPayload payload) throws RtrRefused {
    Asn customer = payload.customer();
    if (payload.action() == RtrPdu.Action.ANNOUNCE) {
      if (payload.providers().isEmpty()) {
        throw refused(RtrError.ASPA_PROVIDER_LIST, message, "no providers of AS" + customer);
      }
      aspas.put(customer, Optional.of(new Aspa(customer, Set.copyOf(payload.providers()))));
    } else {
      if (!aspas.containsKey(customer) && !hadAspa(customer)) {
        throw refused(RtrError.WITHDRAWAL_OF_UNKNOWN, message, "no ASPA of AS" + customer);
      }
      aspas.put(customer, Optional.empty());
    }
    if (aspas.size() > limits.aspas()) {
      throw refused(RtrError.INTERNAL_ERROR, message, "more than " + limits.aspas() + " ASPAs");
    }
  }

  /** ASPAs by their customers; empty ones went. */
  final Map<Asn, Optional<Aspa>> aspas() {
    return aspas;
  }

  /** Those before with what this answer says of them. */
  final Map<Asn, Aspa> merged(Map<Asn, Aspa> before) {
    Map<Asn, Aspa> all = new HashMap<>(before);
    aspas.forEach((customer, now) ->
        now.ifPresentOrElse(aspa -> all.put(customer, aspa), () -> all.remove(customer)));
    return all;
  }

  static RtrRefused refused(RtrError error, RtrMessage message, String what) {
    return new RtrRefused(error, RtrWriter.write(message), what);
  }
}
