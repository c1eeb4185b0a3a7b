package tenbin.balance;

import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.consent.PartyId;

/**
 * Whether grounds speak of the one whom something is about: where none does, rows about a customer
 * are decided like rows about nobody in particular, and need no decision of their own.
 */
final class SubjectsMatter {
  private final PolicySet grounds;
  private final boolean ofEverybody;

  SubjectsMatter(PolicySet grounds) {
    this.grounds = grounds;
    this.ofEverybody =
        grounds.bases().stream().anyMatch(SubjectsMatter::asksForSubject)
            || grounds.forbids().stream().anyMatch(SubjectsMatter::asksForSubject)
            || grounds.touches().stream().anyMatch(each -> asks(each.conditions()))
            || grounds.standings().stream().anyMatch(each -> asks(each.conditions()));
  }

  boolean of(PartyId party) {
    return ofEverybody
        || !grounds.party(party).laws().isEmpty()
        || !grounds.consentsOf(party).isEmpty();
  }

  private static boolean asksForSubject(Basis basis) {
    return switch (basis.grant()) {
      // One that is for another subject opens nothing of this one's.
      case Grant.Consent ignored -> false;
      case Grant.GeneralTerms ignored -> true;
      case Grant.Adopted adopted ->
          adopted.adopter() == Grant.Adopted.Adopter.SUBJECT || reachesSome(basis);
      case Grant.Standing ignored -> reachesSome(basis);
    };
  }

  private static boolean reachesSome(Basis basis) {
    return !basis.scope().subjects().roles().contains(Parties.Role.ANYBODY)
        || asks(basis.conditions());
  }

  private static boolean asksForSubject(Forbid forbid) {
    return !forbid.scope().subjects().roles().contains(Parties.Role.ANYBODY)
        || asks(forbid.conditions());
  }

  private static boolean asks(Iterable<Condition> conditions) {
    for (Condition each : conditions) {
      if (each.who() == Condition.Who.SUBJECT) {
        return true;
      }
    }
    return false;
  }
}
