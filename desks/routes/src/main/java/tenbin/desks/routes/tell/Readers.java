package tenbin.desks.routes.tell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.incident.Incident;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;

/** Who reads as what, and who holds what the feeds of an owner saw. */
final class Readers {
  private final Supplier<Circle> circle;
  private final String group;

  Readers(Supplier<Circle> circle, String group) {
    this.circle = circle;
    this.group = group;
  }

  /** As it stands now. */
  Circle circle() {
    return circle.get();
  }

  /** The members of the working group for routes. */
  List<MemberId> group() {
    return circle.get().groups().stream()
        .filter(each -> each.id().equals(group))
        .map(WorkingGroup::members)
        .findFirst()
        .map(all -> all.stream().sorted().toList())
        .orElse(List.of());
  }

  boolean isOfGroup(MemberId member) {
    return group().contains(member);
  }

  /** As what somebody sees an incident, as far as its head says. */
  Optional<Scope> scope(Plan plan, Incident incident) {
    MemberId reader = plan.request().recipient();
    if (isOfGroup(reader)) {
      return Optional.of(Scope.GROUP);
    }
    return incident.impact().stream().anyMatch(each -> each.member().equals(reader))
        ? Optional.of(Scope.OWN)
        : Optional.empty();
  }

  /** The plan's recipient as one of the circle. */
  Reader reader(Plan plan, Scope scope) {
    MemberId recipient = plan.request().recipient();
    return Reader.member(scope, scope == Scope.GROUP ? group() : List.of(recipient));
  }

  /** Whose knowledge it is: the hub's own feeds are the secretariat's. */
  Optional<PartyId> holder(Owner owner) {
    return owner.member().or(() -> circle.get().secretariat().map(Member::id)).map(MemberId::party);
  }

  /** The marking of what nobody marked. */
  Tlp marking() {
    return circle.get().unmarked();
  }
}
