package tenbin.balance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Parties;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Part;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Sides;

/** Items as matters for the weighing: fields by name and category, without their values. */
final class Shapes {
  /** The linkage group of everything that belongs to the one communication of an observation. */
  private static final String ROW = "row";

  /** The linkage group of everything that is told of one organisation's communications. */
  static final String ITS = "its";

  /** Told in nobody's confidence, and no part of any report of somebody's own. */
  private static final Map<String, String> ROW_TRAITS =
      Map.of(Item.About.NDA, "no", Item.About.REPORT, "none");

  private static final String KEPT = "kept-";
  private static final Map<Sides, List<Part>> SIGHTINGS = new EnumMap<>(Sides.class);

  static {
    for (Sides sides : Sides.values()) {
      SIGHTINGS.put(sides, partsOf(sides));
    }
  }

  private Shapes() {}

  /**
   * An observation about a network of somebody.
   *
   * @param subject the customer whose network it is; empty for nobody in particular
   */
  static Matter sighting(
      MemberId holder, Sides sides, Tlp marking, PartyId responsible, Optional<PartyId> subject) {
    Linkage row = new Linkage(ROW, Optional.of(responsible), subject, List.of(), Map.of());
    return matter(
        "sighting", holder, marking, List.of(row), SIGHTINGS.getOrDefault(sides, List.of()));
  }

  /** What observations have, whoever the sensor was. */
  static List<Part> fields() {
    return SIGHTINGS.getOrDefault(Sides.ABOUT_SOURCE, List.of());
  }

  private static List<Part> partsOf(Sides sides) {
    List<Part> parts = new ArrayList<>();
    for (Field field : Field.values()) {
      parts.add(Part.of(nameOf(field), field.categoryIn(sides), ROW, orderOf(field)));
    }
    for (Category category : Category.values()) {
      parts.add(Part.of(KEPT + category.name(), category, ROW, Order.PLAIN));
    }
    return List.copyOf(parts);
  }

  /** The name of a field in policy files: "source-address". */
  static String nameOf(Field field) {
    return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where the kept columns of a category stand among a sighting's parts. */
  static int placeOfKept(Category category) {
    return Field.values().length + List.of(Category.values()).indexOf(category);
  }

  /** The order of a field's levels; a name or URL tells a place as much as an address does. */
  static Order orderOf(Field field) {
    return switch (field) {
      case TIME -> Order.TIME;
      case SOURCE_ADDRESS,
          SOURCE_ASN,
          SOURCE_HOST,
          SOURCE_REVERSE_NAME,
          DESTINATION_ADDRESS,
          DESTINATION_ASN,
          DESTINATION_HOST,
          DESTINATION_REVERSE_NAME,
          URL ->
          Order.PLACE;
      default -> Order.PLAIN;
    };
  }

  /** Whether a field can be told in part. */
  static boolean isGradual(Field field) {
    return orderOf(field) != Order.PLAIN;
  }

  /**
   * Facts about something else than one observation, for those whom they may go to at all. What
   * belongs to communications is one group, about the one whom all of it is about.
   */
  static Matter told(Item.Told told) {
    Item.About about = told.about();
    boolean ofSomebody = about.subject().isPresent();
    List<Part> parts = told.facts().stream().map(fact -> part(fact, ofSomebody)).toList();
    List<Linkage> linkages =
        ofSomebody
            ? List.of(
                new Linkage(ITS, Optional.empty(), about.subject(), List.of(), about.traits()))
            : List.of();
    return new Matter(
        "told",
        told.holder(),
        Optional.empty(),
        marked(told.marking()),
        about.traits(),
        parts,
        linkages);
  }

  private static Part part(Item.Fact fact, boolean ofSomebody) {
    boolean whole = fact.redaction().equals("none");
    return new Part(
        fact.name(),
        fact.category(),
        ofSomebody && isOfCommunication(fact.category()) ? ITS : "",
        whole ? Order.PLAIN : Order.TEXT,
        Marking.NONE,
        whole ? Map.of() : Map.of("redaction", fact.redaction()));
  }

  private static boolean isOfCommunication(Category category) {
    return category == Category.C2 || category == Category.C3 || category == Category.C4;
  }

  private static Matter matter(
      String type, MemberId holder, Tlp marking, List<Linkage> linkages, List<Part> parts) {
    return new Matter(
        type, holder.party(), Optional.empty(), marked(marking), ROW_TRAITS, parts, linkages);
  }

  /** The audience is checked by the plan: whoever is asked for belongs to it. */
  private static Marking marked(Tlp marking) {
    return new Marking(
        Optional.of(marking),
        Parties.ANYBODY,
        Marking.NONE.persons(),
        Optional.empty(),
        Optional.empty(),
        "",
        Map.of());
  }
}
