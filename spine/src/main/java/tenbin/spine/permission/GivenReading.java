package tenbin.spine.permission;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tenbin.balance.Item;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;

/** A consent out of the grounds as the one who gave it reads it. */
final class GivenReading {
  private GivenReading() {}

  /** Empty for a basis that no form could have made. */
  static Optional<ConsentDesk.Given> of(Basis basis, Instant now) {
    if (!(basis.grant() instanceof Grant.Consent consent)) {
      return Optional.empty();
    }
    Set<Permission.Part> parts = EnumSet.noneOf(Permission.Part.class);
    for (Permission.Part each : Permission.Part.values()) {
      if (basis.scope().categories().contains(each.category())) {
        parts.add(each);
      }
    }
    Set<Permission.Aim> aims = EnumSet.noneOf(Permission.Aim.class);
    basis.scope().purposes().forEach(each -> Permission.Aim.of(each).ifPresent(aims::add));
    Set<String> recipients = new TreeSet<>();
    basis.scope().recipients().classes().forEach(each -> recipients.add("class:" + each));
    basis.scope().recipients().named().stream().map(PartyId::text).forEach(recipients::add);
    if (parts.isEmpty() || aims.isEmpty() || recipients.isEmpty()) {
      return Optional.empty();
    }
    Instant until = basis.term().spans().getLast().to();
    Permission permission = new Permission(parts, aims, recipients, until);
    return Optional.of(given(basis, consent, permission, now));
  }

  /** Empty for a basis that is not about rows alone, or that no form could have made. */
  static Optional<RowConsents.Given> ofRows(Basis basis, Instant now) {
    Set<RowPermission.Part> parts = EnumSet.noneOf(RowPermission.Part.class);
    for (RowPermission.Part each : RowPermission.Part.values()) {
      if (basis.scope().fields().containsAll(each.fields())) {
        parts.add(each);
      }
    }
    Set<String> recipients = new TreeSet<>();
    if (basis.scope().recipients().roles().contains(Parties.Role.RESPONSIBLE)) {
      recipients.add(RowPermission.RESPONSIBLE);
    }
    basis.scope().recipients().named().stream().map(PartyId::text).forEach(recipients::add);
    boolean aboutRows =
        basis.scope().purposes().equals(Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER))
            && !parts.isEmpty()
            && !recipients.isEmpty();
    if (!aboutRows || !(basis.grant() instanceof Grant.Consent consent)) {
      return Optional.empty();
    }
    When when = When.asKnownThen(now);
    Term.Phase phase = basis.term().phase(when);
    ConsentState state = consent.stateAt(when);
    return Optional.of(
        new RowConsents.Given(
            basis.id(),
            new RowPermission(parts, recipients, basis.term().spans().getLast().to()),
            word(phase, state),
            phase == Term.Phase.HOLDS && state.isValid(),
            first(consent).orElse(basis.term().spans().getFirst().from()),
            endOf(basis, consent)));
  }

  private static ConsentDesk.Given given(
      Basis basis, Grant.Consent consent, Permission permission, Instant now) {
    When when = When.asKnownThen(now);
    Term.Phase phase = basis.term().phase(when);
    ConsentState state = consent.stateAt(when);
    boolean live = phase == Term.Phase.HOLDS && state.isValid();
    return new ConsentDesk.Given(
        basis.id(),
        reportOf(basis),
        permission,
        word(phase, state),
        live,
        first(consent).orElse(basis.term().spans().getFirst().from()),
        endOf(basis, consent));
  }

  private static String word(Term.Phase phase, ConsentState state) {
    return switch (phase) {
      case HOLDS -> state.word();
      case ENDED, REVIEW_PASSED -> state.isValid() ? ConsentState.EXPIRED.word() : state.word();
      case REVOKED, NOT_YET, NOT_ON_RECORD ->
          state.isValid() ? ConsentState.INVALIDATED.word() : state.word();
    };
  }

  private static Optional<UUID> reportOf(Basis basis) {
    return basis.conditions().stream()
        .filter(each -> each.who() == Condition.Who.ITEM && each.key().equals(Item.About.REPORT))
        .flatMap(each -> each.values().stream())
        .findFirst()
        .flatMap(GroundConsents::uuid);
  }

  private static Optional<Instant> first(Grant.Consent consent) {
    return consent.changes().stream().map(Grant.Change::from).min(Comparator.naturalOrder());
  }

  private static Optional<Instant> endOf(Basis basis, Grant.Consent consent) {
    List<Instant> ends =
        new java.util.ArrayList<>(basis.term().ends().stream().map(Term.End::from).toList());
    consent.changes().stream()
        .filter(each -> each.state() == ConsentState.WITHDRAWN)
        .map(Grant.Change::from)
        .forEach(ends::add);
    return ends.stream().min(Comparator.naturalOrder());
  }
}
