package tenbin.desks.routes.tell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.Owner;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.past.Asked;
import tenbin.desks.routes.past.Past;
import tenbin.desks.routes.past.PastAnswer;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Prefix;

/**
 * Routes of a past time as one member may know them. Its own routers' view is its own, whole. The
 * circle's feeds tell the ends of paths with bands, to the group for routes of everything, to
 * others of what they declare and claimed then. What another member's router saw outside of an
 * incident is no route anomaly (P5), so it is never asked for: the answer is the same with it and
 * without. Any thread; a plan for each.
 */
public final class PastSight {
  private static final String KIND = "route-past";
  private static final String AS = "route-as";

  private final Past past;
  private final Readers readers;
  private final DeclarationBook declarations;

  /**
   * A sight of what is kept.
   *
   * @param group the id of the working group for routes; "" where there is none
   */
  public PastSight(Past past, Supplier<Circle> circle, String group, DeclarationBook declarations) {
    this(past, new Readers(circle, group), declarations);
  }

  PastSight(Past past, Readers readers, DeclarationBook declarations) {
    this.past = past;
    this.readers = readers;
    this.declarations = declarations;
  }

  /**
   * What the plan's recipient may know.
   *
   * @param question of everybody: whose it may be is decided here
   * @throws UncheckedIOException when what is kept cannot be read
   */
  public PastTold ask(Plan plan, PastQuestion question) {
    MemberId reader = plan.request().recipient();
    Owner own = Owner.of(reader);
    PastAnswer mine = answer(question.of(by(own)));
    PastTold.Part ownPart =
        part(plan, question, mine, new As(Scope.WITNESS, own), PastFacts.Whose.OWN);
    return new PastTold(mine.kept(), mine.first(), ownPart, circle(plan, question));
  }

  private Optional<PastTold.Part> circle(Plan plan, PastQuestion question) {
    Optional<Scope> scope = scope(plan, question);
    return scope.map(as -> {
      As hub = new As(as, Owner.HUB);
      boolean open = head(plan, hub, "", PastFacts.bare()).isPresent();
      return open
          ? part(plan, question, answer(question.of(by(Owner.HUB))), hub, PastFacts.Whose.CIRCLE)
          : PastTold.Part.NOTHING;
    });
  }

  private static Predicate<Vantage> by(Owner owner) {
    return from -> Owner.of(from.feed()).equals(owner);
  }

  private PastAnswer answer(PastQuestion question) {
    try {
      return past.ask(question);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As what somebody may ask the circle's feeds; empty where it may not. */
  private Optional<Scope> scope(Plan plan, PastQuestion question) {
    MemberId reader = plan.request().recipient();
    if (readers.isOfGroup(reader)) {
      return Optional.of(Scope.GROUP);
    }
    Prefix prefix = question.asked().prefix();
    boolean own =
        isDeclared(reader, prefix)
            && isClaimed(reader, prefix, question.from())
            && isClaimed(reader, prefix, plan.request().at());
    return own ? Optional.of(Scope.OWN) : Optional.empty();
  }

  private boolean isDeclared(MemberId reader, Prefix prefix) {
    return declarations
        .of(reader)
        .map(given ->
            given.declared().prefixes().stream().anyMatch(each -> each.prefix().contains(prefix)))
        .orElse(false);
  }

  /** Whose space it was then: who has it today does not read of who had it before. */
  private boolean isClaimed(MemberId reader, Prefix prefix, Instant at) {
    List<Claim> claims = readers.circle().member(reader).map(Member::claims).orElse(List.of());
    return claims.stream()
        .filter(each -> each.validity().holdsAt(at))
        .map(Claim::network)
        .anyMatch(each -> each instanceof Network.Block block && block.prefix().contains(prefix));
  }

  /** As what, and whose. */
  private record As(Scope scope, Owner owner) {}

  private PastTold.Part part(
      Plan plan, PastQuestion question, PastAnswer answer, As as, PastFacts.Whose whose) {
    Asked asked = question.asked();
    PastFacts facts = new PastFacts(answer, whose);
    String id = asked + " " + question.from() + " " + question.until();
    Optional<Disclosure> head =
        answer.kept() ? head(plan, as, id, facts.head(asked.prefix())) : Optional.empty();
    List<Disclosure> prefixes = new ArrayList<>();
    facts
        .prefixes(question.from())
        .forEach(
            (prefix, some) -> head(plan, as, id + " " + prefix, some).ifPresent(prefixes::add));
    return new PastTold.Part(head, prefixes, answer.next().map(Prefix::toString).orElse(""));
  }

  private Optional<Disclosure> head(Plan plan, As as, String id, List<Item.Fact> facts) {
    return readers
        .holder(as.owner)
        .map(holder ->
            new Item.Told(
                KIND,
                id,
                holder,
                new Item.About(Optional.empty(), Map.of(AS, as.scope.word())),
                readers.marking(),
                readers.reader(plan, as.scope).audience(),
                facts))
        .flatMap(item ->
            plan.decide(item) instanceof Decision.Released(Disclosure disclosure)
                ? Optional.of(disclosure)
                : Optional.empty());
  }
}
