package tenbin.balance.weigh;

import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Parties.Role;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/** One question before one linkage group: who is who, and what is on record of them. */
final class Scene {
  private final PolicySet policy;
  private final Question question;
  private final Linkage linkage;
  private final Party holder;
  private final Party giver;
  private final Party recipient;
  private final Optional<Party> source;
  private final Optional<Party> responsible;
  private final Optional<Party> subject;
  private final Set<Role> recipientRoles;
  private final NavigableSet<String> laws = new TreeSet<>();

  Scene(PolicySet policy, Question question, Linkage linkage) {
    this.policy = policy;
    this.question = question;
    this.linkage = linkage;
    this.holder = policy.party(question.matter().holder());
    this.giver = policy.party(question.giver());
    this.recipient = policy.party(question.recipient());
    this.source = question.matter().source().map(policy::party);
    this.responsible = linkage.responsible().map(policy::party);
    this.subject = linkage.subject().map(policy::party);
    this.recipientRoles = rolesOf(question.recipient());
    List.of(Optional.of(holder), Optional.of(giver), Optional.of(recipient), source, subject)
        .forEach(each -> each.ifPresent(party -> laws.addAll(party.laws())));
  }

  private Set<Role> rolesOf(PartyId party) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    boolean onRoute = nextHop().filter(party::equals).isPresent();
    boolean routed = !linkage.route().isEmpty();
    if (linkage.responsible().filter(party::equals).isPresent() && (onRoute || !routed)) {
      roles.add(Role.RESPONSIBLE);
    } else if (onRoute) {
      roles.add(Role.CONDUIT);
    }
    if (linkage.subject().filter(party::equals).isPresent()) {
      roles.add(Role.SUBJECT);
    }
    if (party.equals(question.matter().holder())) {
      roles.add(Role.HOLDER);
    }
    return roles;
  }

  /** Who comes after the giver on the recorded route. */
  private Optional<PartyId> nextHop() {
    List<PartyId> route = linkage.route();
    int next = isHolder(question.giver()) ? 0 : route.indexOf(question.giver()) + 1;
    boolean off = next == 0 && !isHolder(question.giver());
    return off || next >= route.size() ? Optional.empty() : Optional.of(route.get(next));
  }

  private boolean isHolder(PartyId party) {
    return party.equals(question.matter().holder());
  }

  PolicySet policy() {
    return policy;
  }

  /** What can open anything here. */
  List<Basis> bases() {
    return policy.basesFor(linkage.subject());
  }

  Question question() {
    return question;
  }

  Linkage linkage() {
    return linkage;
  }

  When when() {
    return question.when();
  }

  Party holder() {
    return holder;
  }

  Party giver() {
    return giver;
  }

  Party recipient() {
    return recipient;
  }

  Optional<Party> source() {
    return source;
  }

  Optional<Party> subject() {
    return subject;
  }

  Set<Role> recipientRoles() {
    return recipientRoles;
  }

  NavigableSet<String> laws() {
    return laws;
  }

  /** Whether the recipient only learns what it knows: no gate is touched by that. */
  boolean isOwnKnowledge() {
    return isHolder(question.recipient())
        && question.act() == tenbin.nouns.consent.Act.INFORM
        && question.purpose().filter(tenbin.nouns.consent.Purpose.BLOCK_AND_WARN::equals).isEmpty();
  }

  /** Whether the recipient is a party at which a row may end or through which it may pass. */
  boolean isOnTheWay() {
    return recipientRoles.contains(Role.RESPONSIBLE)
        || recipientRoles.contains(Role.CONDUIT)
        || recipientRoles.contains(Role.HOLDER);
  }

  boolean includesRecipient(Parties parties) {
    return parties.include(recipient, recipientRoles);
  }

  boolean includesGiver(Parties parties) {
    Set<Role> roles = isHolder(giver.id()) ? EnumSet.of(Role.HOLDER) : EnumSet.of(Role.CONDUIT);
    return parties.include(giver, roles);
  }

  boolean includesSubject(Parties parties) {
    return parties.roles().contains(Role.ANYBODY)
        || subject.filter(each -> parties.include(each, EnumSet.of(Role.SUBJECT))).isPresent();
  }

  Optional<String> trait(String key) {
    String own = linkage.traits().get(key);
    return Optional.ofNullable(own != null ? own : question.matter().traits().get(key));
  }

  Condition.Answer answer(Condition condition) {
    return condition.against(known(condition));
  }

  private Optional<String> known(Condition condition) {
    return switch (condition.who()) {
      case HOLDER -> factOf(holder, condition.key());
      case GIVER -> factOf(giver, condition.key());
      case RECIPIENT -> factOf(recipient, condition.key());
      case SOURCE -> source.flatMap(party -> factOf(party, condition.key()));
      case RESPONSIBLE -> responsible.flatMap(party -> factOf(party, condition.key()));
      case SUBJECT -> subject.flatMap(party -> factOf(party, condition.key()));
      case ITEM -> trait(condition.key());
      case CIRCLE -> policy.fact(Fact.CIRCLE, condition.key(), when());
      case CHANNEL -> Optional.ofNullable(question.channel().get(condition.key()));
    };
  }

  Optional<String> factOf(Party party, String key) {
    return key.equals("carrier")
        ? Optional.of(party.carrier() ? "yes" : "no")
        : policy.fact(party.id().text(), key, when());
  }
}
