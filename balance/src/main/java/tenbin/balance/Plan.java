package tenbin.balance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.balance.ground.When;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Remembered;
import tenbin.balance.weigh.Weigher;
import tenbin.balance.weigh.Weighing;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Sector;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Sides;

/**
 * The decision for one request, weighed once for every kind of row and applied to rows in bulk. A
 * plan answers for the time of its request: make a new one for each chunk of a stream. Not for
 * several threads.
 */
public final class Plan {
  private final Policy policy;
  private final Means means;
  private final Request request;
  private final RecipientKey key;
  private final Map<Kind, Ruling> rulings = new HashMap<>();
  private final Map<ToldKind, Weighing> weighed = new HashMap<>();

  /** All that decisions about observations for one recipient hang on. */
  private record Kind(MemberId holder, Sides sides, Tlp marking, Optional<PartyId> subject) {}

  /** All that decisions about facts for one recipient hang on: never the values. */
  private record ToldKind(
      PartyId holder, Item.About about, Tlp marking, List<Item.Fact> withoutValues) {
    static ToldKind of(Item.Told told) {
      return new ToldKind(
          told.holder(),
          told.about(),
          told.marking(),
          told.facts().stream()
              .map(each -> new Item.Fact(each.name(), each.category(), "", each.redaction()))
              .toList());
    }
  }

  /**
   * What all plans under one policy share.
   *
   * @param subjects whose networks are whose customers'
   * @param sectors what networks are for
   * @param weigher what was weighed before
   */
  record Means(Subjects subjects, Sectors sectors, Remembered weigher) {}

  Plan(Policy policy, Means means, Request request, RecipientKey key) {
    this.policy = policy;
    this.means = means;
    this.request = request;
    this.key = key;
  }

  public Request request() {
    return request;
  }

  /**
   * The identity by which the recipient knows something besides rows: to find again what it names.
   */
  public UUID idOf(String kind, String innerId) {
    return key.idOf(kind + "\n" + innerId);
  }

  /** Whether and how much of the item the recipient may have. */
  public Decision decide(Item item) {
    return switch (item) {
      case Item.Sighting sighting -> decide(sighting);
      case Item.Told told -> decide(told);
    };
  }

  private Decision decide(Item.Sighting sighting) {
    if (request.purpose() == Purpose.STATISTICS) {
      return withheld(Reason.NOT_NEEDED_FOR_PURPOSE);
    }
    return switch (sighting.attribution().responsible()) {
      case Responsible.OfMember(MemberId member) when member.equals(request.recipient()) ->
          decideOwn(sighting);
      case Responsible.OfMember ignored -> withheld(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
      case Responsible.Outside ignored -> withheld(Reason.RESPONSIBLE_OUTSIDE);
      case Responsible.Disputed ignored -> withheld(Reason.RESPONSIBLE_DISPUTED);
      case Responsible.Unknown ignored -> withheld(Reason.RESPONSIBLE_UNKNOWN);
    };
  }

  private Decision decideOwn(Item.Sighting sighting) {
    Observation seen = sighting.observation();
    Kind kind =
        new Kind(
            sighting.holder(),
            seen.sides(),
            sighting.marking(),
            apart(seen).map(CustomerNetwork::customer));
    Ruling ruling = rulings.computeIfAbsent(kind, this::weigh);
    return ruling.isPermitted()
        ? new Decision.Released(
            ruling.of(sighting, subject(sighting), sector(sighting, ruling), key))
        : new Decision.Withheld(Set.of(Reasons.mainOf(ruling.weighing())));
  }

  private Ruling weigh(Kind kind) {
    Matter matter =
        Shapes.sighting(
            kind.holder, kind.sides, kind.marking, request.recipient().party(), kind.subject);
    Weighing weighing = means.weigher.weigh(question(matter, request, now(), List.of()));
    return new Ruling(
        weighing,
        kind.sides,
        Ruling.terms(weighing, request, policy.grounds().version()),
        Answered.sighting(kind.holder, kind.sides, kind.marking, kind.subject, weighing));
  }

  /**
   * The whole answer about rows of a holder under a marking, about the recipient's own networks,
   * with whom could be asked: for the holder, never for the recipient.
   */
  public Weighing weigh(MemberId holder, Tlp marking) {
    return weigh(holder, marking, Optional.empty());
  }

  /** The same about one customer's network, for whoever asks the customer. */
  public Weighing weigh(MemberId holder, Tlp marking, Optional<PartyId> customer) {
    return ruling(holder, marking, customer).weighing();
  }

  /** All networks on record that can be the recipient's customers'. */
  public List<CustomerNetwork> networks() {
    return means.subjects.all(request.recipient());
  }

  /**
   * The fields that rows of a holder under a marking show whole; empty where nothing of them goes.
   *
   * @param customer whose network they are about; empty for nobody in particular
   */
  public Optional<Set<Field>> shown(MemberId holder, Tlp marking, Optional<PartyId> customer) {
    if (request.purpose() == Purpose.STATISTICS) {
      return Optional.empty();
    }
    Ruling ruling = ruling(holder, marking, customer);
    return ruling.isPermitted() ? Optional.of(ruling.whole()) : Optional.empty();
  }

  /** How much of rows of a holder under a marking is told, where any of it goes. */
  public Extent extent(MemberId holder, Tlp marking, Optional<PartyId> customer) {
    return ruling(holder, marking, customer).extent();
  }

  private Ruling ruling(MemberId holder, Tlp marking, Optional<PartyId> customer) {
    Kind kind = new Kind(holder, Sides.ABOUT_SOURCE, marking, customer);
    return rulings.computeIfAbsent(kind, this::weigh);
  }

  /** Networks whose rows of the recipient's can be decided otherwise than others. */
  public List<CustomerNetwork> apart() {
    return means.subjects.apart(request.recipient());
  }

  /** The network by which a row of the recipient's is decided apart from others, if it is. */
  public Optional<CustomerNetwork> apart(Observation seen) {
    return means.subjects.apart(seen, request.recipient(), now());
  }

  private PartyId subject(Item.Sighting sighting) {
    return means.subjects.of(sighting.observation(), request.recipient(), now());
  }

  /** What the recipient's own network was for, at no finer time than it is told. */
  private Sector sector(Item.Sighting sighting, Ruling ruling) {
    Observation seen = sighting.observation();
    Endpoint about = seen.sides().aboutSource() ? seen.source() : seen.destination();
    When told = new When(ruling.toldTime(sighting), request.at());
    return means.sectors.of(request.recipient(), about.address(), told);
  }

  private When now() {
    return When.asKnownThen(request.at());
  }

  /** The answer to a question of the past, as {@link Answered} writes it. */
  static String answer(
      Policy policy, Request request, Matter matter, When when, List<Question.Asked> asked) {
    return Answered.answer(
        new Weigher(policy.grounds()).weigh(question(matter, request, when, asked)));
  }

  private Decision decide(Item.Told told) {
    return decide(told, List.of());
  }

  /**
   * Whether and how much of facts the recipient may have.
   *
   * @param asked what was asked about them before, and what came of it
   */
  public Decision decide(Item.Told told, List<Question.Asked> asked) {
    boolean forAll = told.audience().isEmpty();
    if (!forAll && !told.audience().contains(request.recipient())) {
      return withheld(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
    }
    Weighing weighing =
        asked.isEmpty()
            ? weighed.computeIfAbsent(ToldKind.of(told), kind -> weigh(told, asked))
            : weigh(told, asked);
    if (weighing.effect() != Effect.PERMIT) {
      return withheld(Reasons.mainOf(weighing));
    }
    List<Item.Fact> facts = new ArrayList<>();
    for (int i = 0; i < told.facts().size(); i++) {
      if (weighing.weights().get(i).effect() == Effect.PERMIT) {
        facts.add(told.facts().get(i));
      }
    }
    Terms terms = Ruling.terms(weighing, request, policy.grounds().version());
    PartyId subject = told.about().subject().orElse(told.holder());
    Footing.Rest rest = new Footing.Rest(terms, Answered.told(told, asked, weighing), subject);
    return new Decision.Released(new Disclosure(told, facts, rest, key));
  }

  /**
   * The whole answer about facts with its reasons and with whom could be asked: for the holder, the
   * approver and the one whom they are about, never for the recipient.
   */
  public Weighing weigh(Item.Told told, List<Question.Asked> asked) {
    return means.weigher.weigh(question(Shapes.told(told), request, now(), asked));
  }

  static Question question(Matter matter, Request request) {
    return question(matter, request, When.asKnownThen(request.at()), List.of());
  }

  static Question question(Matter matter, Request request, When when, List<Question.Asked> asked) {
    PartyId holder = matter.holder();
    return new Question(
        matter,
        holder,
        request.recipient().party(),
        "",
        Optional.of(request.purpose()),
        Act.INFORM,
        Map.of(),
        when,
        List.of(),
        asked);
  }

  private Decision withheld(Reason reason) {
    return new Decision.Withheld(Set.of(isMember() ? reason : Reason.RECIPIENT_NOT_A_MEMBER));
  }

  private boolean isMember() {
    return policy
        .circle()
        .member(request.recipient())
        .filter(member -> member.membership().holdsAt(request.at()))
        .isPresent();
  }
}
