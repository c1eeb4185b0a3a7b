package tenbin.balance.weigh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.Scope;
import tenbin.nouns.consent.Purpose;

/**
 * Whether a basis opens anything in a scene, and if not, everything that is in its way. Asked once
 * for each basis, however many fields of the scene are decided alone. For one thread.
 */
final class Fitting {
  private final Scene scene;
  private final IdentityHashMap<Basis, List<Why>> known = new IdentityHashMap<>();

  Fitting(Scene scene) {
    this.scene = scene;
  }

  Scene scene() {
    return scene;
  }

  /** What keeps a basis from opening anything here; empty when it fits. */
  List<Why> failuresOf(Basis basis) {
    return known.computeIfAbsent(basis, this::found);
  }

  private List<Why> found(Basis basis) {
    List<Why> failures = new ArrayList<>();
    addScope(basis, failures);
    addTerm(basis, failures);
    if (basis.proof().evidence().isBlank()) {
      failures.add(Why.of(Code.NO_EVIDENCE, basis.id()));
    }
    for (Condition condition : basis.conditions()) {
      switch (scene.answer(condition)) {
        case MET -> {}
        case UNMET -> failures.add(Why.of(Code.CONDITION_UNMET, basis.id(), condition));
        case UNKNOWN -> failures.add(Why.of(Code.CONDITION_UNKNOWN, basis.id(), condition));
      }
    }
    addGrant(basis, failures);
    return failures;
  }

  private void addScope(Basis basis, List<Why> failures) {
    Scope scope = basis.scope();
    Optional<Purpose> purpose = scene.question().purpose();
    if (purpose.filter(scope.purposes()::contains).isEmpty()) {
      failures.add(Why.of(Code.OTHER_PURPOSE, basis.id()));
    }
    if (!scope.acts().contains(scene.question().act())) {
      failures.add(Why.of(Code.OTHER_ACT, basis.id(), scene.question().act().word()));
    }
    if (!scene.includesGiver(scope.givers())) {
      failures.add(Why.of(Code.OTHER_GIVER, basis.id(), scene.giver().id()));
    }
    if (!scene.includesRecipient(scope.recipients())) {
      failures.add(Why.of(Code.OTHER_RECIPIENT, basis.id(), scene.recipient().id()));
    }
    if (!scene.includesSubject(scope.subjects())) {
      failures.add(Why.of(Code.OTHER_SUBJECT, basis.id()));
    }
  }

  private void addTerm(Basis basis, List<Why> failures) {
    Code code =
        switch (basis.term().phase(scene.when())) {
          case HOLDS -> null;
          case NOT_YET -> Code.NOT_YET;
          case ENDED -> Code.ENDED;
          case REVIEW_PASSED -> Code.REVIEW_PASSED;
          case REVOKED -> Code.REVOKED;
          case NOT_ON_RECORD -> Code.NOT_ON_RECORD;
        };
    if (code != null) {
      failures.add(Why.of(code, basis.id()));
    }
  }

  private void addGrant(Basis basis, List<Why> failures) {
    switch (basis.grant()) {
      case Grant.Standing ignored -> {}
      case Grant.Consent consent -> addConsent(basis, consent, failures);
      case Grant.GeneralTerms terms -> addGeneralTerms(basis, terms, failures);
      case Grant.Adopted adopted -> addAdoption(basis, adopted, failures);
    }
  }

  private void addConsent(Basis basis, Grant.Consent consent, List<Why> failures) {
    if (scene.subject().filter(party -> party.id().equals(consent.subject())).isEmpty()) {
      failures.add(Why.of(Code.OTHER_SUBJECT, basis.id()));
    } else if (!consent.stateAt(scene.when()).isValid()) {
      String state = consent.stateAt(scene.when()).word();
      failures.add(Why.of(Code.CONSENT_NOT_VALID, basis.id(), state));
    }
  }

  private void addGeneralTerms(Basis basis, Grant.GeneralTerms terms, List<Why> failures) {
    var register = scene.policy().register(terms.register());
    if (register.isEmpty()) {
      failures.add(Why.of(Code.REGISTER_MISSING, basis.id(), terms.register()));
    } else if (scene.subject().isEmpty()) {
      failures.add(Why.of(Code.SUBJECT_UNKNOWN, basis.id()));
    } else if (register.get().lists(scene.subject().get().id(), scene.when())) {
      String subject = scene.subject().get().id().text();
      failures.add(Why.of(Code.OPTED_OUT, subject, terms.register()));
    }
  }

  private void addAdoption(Basis basis, Grant.Adopted adopted, List<Why> failures) {
    List<Optional<Party>> adopters =
        switch (adopted.adopter()) {
          case GIVER -> List.of(Optional.of(scene.giver()));
          case HOLDER -> List.of(Optional.of(scene.holder()));
          case SUBJECT -> List.of(scene.subject());
          case BOTH_SIDES -> List.of(Optional.of(scene.giver()), Optional.of(scene.recipient()));
        };
    for (Optional<Party> adopter : adopters) {
      if (adopter.isEmpty()) {
        failures.add(Why.of(Code.SUBJECT_UNKNOWN, basis.id()));
      } else if (!adopted.isAdoptedBy(adopter.get().id(), scene.when())) {
        failures.add(Why.of(Code.NOT_ADOPTED, basis.id(), adopter.get().id()));
      }
    }
  }

  /**
   * The refusal or withdrawal that shuts a consent: the same subject's, not older than the
   * consent's own last giving.
   */
  Optional<Basis> refusalAgainst(Basis basis, Part part) {
    if (!basis.kind().isConsent() || scene.subject().isEmpty()) {
      return Optional.empty();
    }
    return scene.policy().consentsOf(scene.subject().get().id()).stream()
        .filter(other -> other.kind().isConsent())
        .filter(other -> !other.id().equals(basis.id()))
        .filter(other -> refuses(other, basis, part))
        .findFirst();
  }

  private boolean refuses(Basis other, Basis basis, Part part) {
    if (!(other.grant() instanceof Grant.Consent consent)
        || !consent.stateAt(scene.when()).forbids()
        || isAboutAnother(other)
        || !other.scope().lists(part.name(), part.category())) {
      return false;
    }
    boolean samePurpose =
        scene.question().purpose().filter(other.scope().purposes()::contains).isPresent();
    return samePurpose
        && scene.includesRecipient(other.scope().recipients())
        && !lastChange(consent)
            .isBefore(basis.grant() instanceof Grant.Consent own ? lastChange(own) : Instant.MIN);
  }

  /** A refusal for one report says nothing of another; what cannot be told, it reaches. */
  private boolean isAboutAnother(Basis refused) {
    return refused.conditions().stream()
        .anyMatch(each -> scene.answer(each) == Condition.Answer.UNMET);
  }

  private Instant lastChange(Grant.Consent consent) {
    return consent.changes().stream()
        .filter(change -> scene.when().knows(change.recordedAt()))
        .map(Grant.Change::from)
        .filter(scene.when()::reaches)
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
