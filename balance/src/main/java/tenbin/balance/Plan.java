package tenbin.balance;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Sides;

/**
 * The decision for one request, worked out once per holder and applied to rows in bulk. A plan
 * answers for the time of its request: make a new one for each chunk of a stream. Not for several
 * threads.
 */
public final class Plan {
  private static final Set<Obligation> OBLIGATIONS =
      Set.of(Obligation.ONWARD_ONLY_TO_SUBJECT, Obligation.STRIP_ATTRIBUTION, Obligation.FEEDBACK);

  private final Policy policy;
  private final Request request;
  private final RecipientKey key;
  private final boolean inGoodStanding;
  private final Map<MemberId, Grounds> grounds = new HashMap<>();

  Plan(Policy policy, Request request, RecipientKey key) {
    this.policy = policy;
    this.request = request;
    this.key = key;
    this.inGoodStanding =
        policy
            .circle()
            .member(request.recipient())
            .map(Member::membership)
            .filter(membership -> membership.holdsAt(request.at()))
            .isPresent();
  }

  public Request request() {
    return request;
  }

  /** Whether and how much of the item the recipient may have. */
  public Decision decide(Item item) {
    if (!inGoodStanding) {
      return withheld(Reason.RECIPIENT_NOT_A_MEMBER);
    }
    if (item.marking() == Tlp.RED) {
      return withheld(Reason.MARKED_FOR_NAMED_PERSONS);
    }
    Grounds ground = grounds.computeIfAbsent(item.holder(), this::groundsWith);
    if (!ground.missing.isEmpty()) {
      return new Decision.Withheld(ground.missing);
    }
    return switch (item) {
      case Item.Sighting sighting -> decide(sighting, ground);
      case Item.Told told -> decide(told, ground);
    };
  }

  private Decision decide(Item.Sighting sighting, Grounds ground) {
    return switch (sighting.attribution().responsible()) {
      case Responsible.OfMember(MemberId member) when member.equals(request.recipient()) ->
          new Decision.Released(
              new Disclosure(
                  sighting,
                  ground.fields(sighting.observation().sides()),
                  ground.open,
                  ground.terms,
                  key));
      case Responsible.OfMember ignored -> withheld(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
      case Responsible.Outside ignored -> withheld(Reason.RESPONSIBLE_OUTSIDE);
      case Responsible.Disputed ignored -> withheld(Reason.RESPONSIBLE_DISPUTED);
      case Responsible.Unknown ignored -> withheld(Reason.RESPONSIBLE_UNKNOWN);
    };
  }

  private Decision decide(Item.Told told, Grounds ground) {
    boolean forAll = told.audience().isEmpty();
    if (!forAll && !told.audience().contains(request.recipient())) {
      return withheld(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
    }
    List<Item.Fact> facts =
        told.facts().stream()
            .filter(fact -> ground.open.contains(fact.category()))
            .filter(fact -> !isOfOneCommunication(fact.category()))
            .toList();
    if (facts.isEmpty()) {
      return withheld(Reason.CATEGORY_NOT_AGREED);
    }
    return new Decision.Released(new Disclosure(told, facts, ground.terms, key));
  }

  private static boolean isOfOneCommunication(Category category) {
    return category == Category.C2 || category == Category.C3 || category == Category.C4;
  }

  private static Decision withheld(Reason reason) {
    return new Decision.Withheld(Set.of(reason));
  }

  /**
   * What this request may have of what one holder contributed: by the agreement that gives all that
   * the purpose requires and opens the most of what it can use, of several the lowest id. One
   * agreement, not several added up: a field that the chosen basis does not list stays shut.
   */
  private Grounds groundsWith(MemberId holder) {
    Policy.Need need = policy.needOf(request.purpose());
    if (need.useful().isEmpty()) {
      return shut(Reason.NOT_NEEDED_FOR_PURPOSE);
    }
    if (holder.equals(request.recipient())) {
      return new Grounds(Set.of(), need.useful(), terms("own-data"));
    }
    List<Agreement> inForce = agreementsWith(holder);
    if (inForce.isEmpty()) {
      return shut(Reason.NO_AGREEMENT);
    }
    List<Agreement> forPurpose =
        inForce.stream().filter(each -> each.purposes().contains(request.purpose())).toList();
    if (forPurpose.isEmpty()) {
      return shut(Reason.PURPOSE_NOT_AGREED);
    }
    return forPurpose.stream()
        .filter(each -> each.categories().containsAll(need.required()))
        .min(
            Comparator.comparingInt((Agreement each) -> -opened(each, need).size())
                .thenComparing(Agreement::id))
        .map(each -> new Grounds(Set.of(), opened(each, need), terms(each.id())))
        .orElseGet(() -> shut(Reason.CATEGORY_NOT_AGREED));
  }

  private List<Agreement> agreementsWith(MemberId holder) {
    return policy.circle().agreements().stream()
        .filter(each -> each.validity().holdsAt(request.at()))
        .filter(each -> each.signedBy().contains(holder))
        .filter(each -> each.signedBy().contains(request.recipient()))
        .toList();
  }

  private static Set<Category> opened(Agreement agreement, Policy.Need need) {
    Set<Category> opened = EnumSet.noneOf(Category.class);
    opened.addAll(need.useful());
    opened.retainAll(agreement.categories());
    return opened;
  }

  private Grounds shut(Reason reason) {
    return new Grounds(Set.of(reason), Set.of(), terms());
  }

  private Terms terms(String... bases) {
    return new Terms(
        request.recipient(),
        request.purpose(),
        request.outlet(),
        request.at(),
        policy.circle().version(),
        Set.of(bases),
        OBLIGATIONS);
  }

  /** What one holder's contributions may show to this request. */
  private static final class Grounds {
    private final Set<Reason> missing;
    private final Set<Category> open;
    private final Terms terms;
    private final Map<Sides, EnumSet<Field>> fields = new EnumMap<>(Sides.class);

    Grounds(Set<Reason> missing, Set<Category> open, Terms terms) {
      this.missing = missing;
      this.open = open;
      this.terms = terms;
    }

    EnumSet<Field> fields(Sides sides) {
      return fields.computeIfAbsent(sides, this::openFields);
    }

    private EnumSet<Field> openFields(Sides sides) {
      EnumSet<Field> shown = EnumSet.noneOf(Field.class);
      for (Field field : Field.values()) {
        if (open.contains(field.categoryIn(sides))) {
          shown.add(field);
        }
      }
      return shown;
    }
  }
}
