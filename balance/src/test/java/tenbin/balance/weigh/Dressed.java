package tenbin.balance.weigh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tenbin.balance.ground.Iep;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Scheme;
import tenbin.balance.ground.When;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Pap;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;

/**
 * A random question with everything that a question can bring besides its row: markings, routes,
 * persons, channels, what is held, what was asked.
 */
final class Dressed {
  private static final Order NAMES = Order.PLAIN;
  private final Random random;

  Dressed(long seed) {
    this.random = new Random(seed);
  }

  /** The same policy that also knows grades of release. */
  PolicySet.Parts with(PolicySet.Parts parts) {
    return new PolicySet.Parts(
        parts.version(),
        parts.orders(),
        parts.parties(),
        parts.facts(),
        parts.touches(),
        parts.bases(),
        parts.forbids(),
        parts.askRules(),
        parts.standings(),
        parts.needs(),
        parts.registers(),
        List.of(
            new Scheme(
                "release",
                Map.of(
                    "one",
                    Parties.ofClass("member"),
                    "two",
                    Parties.ANYBODY,
                    "three",
                    Parties.in(Parties.Role.RESPONSIBLE)))),
        parts.unmarked());
  }

  Question of(Question plain) {
    List<Part> parts = new ArrayList<>();
    plain.matter().parts().forEach(part -> parts.add(dressed(part)));
    List<Linkage> linkages = plain.matter().linkages().stream().map(this::dressed).toList();
    Matter matter =
        new Matter(
            plain.matter().type(),
            plain.matter().holder(),
            maybe(6, new PartyId("near")),
            marking(2),
            plain.matter().traits(),
            parts,
            linkages);
    return new Question(
        matter,
        random.nextInt(8) == 0 ? new PartyId("near") : plain.giver(),
        random.nextInt(10) == 0
            ? new PartyId(random.nextBoolean() ? "holder" : "unheard-of")
            : plain.recipient(),
        random.nextBoolean() ? "chief" : "",
        random.nextInt(20) == 0 ? Optional.<Purpose>empty() : plain.purpose(),
        random.nextInt(3) == 0 ? pick(Arrays.asList(Act.values())) : plain.act(),
        random.nextBoolean() ? Map.of("encrypted", random.nextBoolean() ? "yes" : "no") : Map.of(),
        random.nextInt(6) == 0
            ? new When(World.NOW, World.NOW.minusSeconds(random.nextInt(2_000)))
            : plain.when(),
        held(parts),
        asks(parts));
  }

  private Part dressed(Part part) {
    boolean text = random.nextInt(8) == 0;
    Category category =
        random.nextInt(12) == 0 ? pick(Arrays.asList(Category.values())) : part.category();
    return new Part(
        part.name(),
        category,
        part.group(),
        text
            ? Order.TEXT
            : random.nextInt(8) == 0 ? pick(List.of(Order.TIME, NAMES)) : part.order(),
        random.nextInt(6) == 0 ? marking(1) : part.marking(),
        text || random.nextInt(8) == 0
            ? Map.of("redaction", pick(List.of("none", "proposed", "breaks-indicator")))
            : part.traits());
  }

  private Linkage dressed(Linkage linkage) {
    List<PartyId> route =
        switch (random.nextInt(6)) {
          case 0 -> List.of(new PartyId("near"), new PartyId("far"));
          case 1 -> List.of(new PartyId("vendor"), new PartyId("near"));
          default -> linkage.route();
        };
    return new Linkage(
        linkage.id(),
        linkage.responsible(),
        linkage.subject(),
        route,
        random.nextInt(5) == 0 ? Map.of("learnt", "carrying") : linkage.traits());
  }

  /** Once in so many times a marking that says something. */
  private Marking marking(int oneIn) {
    if (random.nextInt(oneIn) > 0) {
      return Marking.NONE;
    }
    return new Marking(
        maybe(2, pick(Arrays.asList(Tlp.values()))),
        random.nextBoolean()
            ? Marking.NONE.addressed()
            : pick(List.of(Parties.ANYBODY, Parties.named(new PartyId("near")))),
        random.nextBoolean() ? Set.of("chief") : Set.of(),
        maybe(4, pick(Arrays.asList(Pap.values()))),
        maybe(4, iep()),
        random.nextInt(8) == 0 ? "paid" : "",
        random.nextInt(6) == 0
            ? Map.of("release", pick(List.of("one", "two", "three", "unknown")))
            : Map.of());
  }

  private Iep iep() {
    List<Iep.Must> words = Arrays.asList(Iep.Must.values());
    Instant end = random.nextInt(3) == 0 ? World.NOW.minusSeconds(1) : World.NOW.plusSeconds(1);
    return new Iep(pick(words), pick(words), pick(words), end);
  }

  private List<Question.Held> held(List<Part> parts) {
    if (random.nextInt(4) > 0) {
      return List.of();
    }
    Part part = pick(parts);
    return List.of(new Question.Held(part, random.nextInt(part.order().greatest() + 1)));
  }

  private List<Question.Asked> asks(List<Part> parts) {
    List<Question.Asked> asks = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      String rule = random.nextInt(3) == 0 ? AskFor.REVIEW : "ask" + random.nextInt(3);
      String about = pick(List.of(pick(parts).name(), "g", "h", ""));
      asks.add(new Question.Asked(rule, about, pick(Arrays.asList(Question.Asked.State.values()))));
    }
    return asks;
  }

  private <T> Optional<T> maybe(int oneIn, T value) {
    return random.nextInt(oneIn) == 0 ? Optional.of(value) : Optional.empty();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
