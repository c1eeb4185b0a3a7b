package tenbin.spine.ground;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Scope;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody wants to allow: who may have what of whom, for what, how long.
 *
 * @param subject whom it is about, and who consents
 * @param name of the subject, for people
 * @param classes of the subject: "organisation", "subscriber"; those of a member are its circle's
 * @param opens the gates
 * @param categories of fields
 * @param fields by name; empty for every field of the categories
 * @param purposes what for
 * @param givers who may give it
 * @param recipients who may have it
 * @param until its end; empty where only a review is set
 * @param reviewBy when somebody has to look at it again
 * @param evidence where it lies: the page and the time of the click, a letter
 */
public record Wish(
    PartyId subject,
    String name,
    Set<String> classes,
    Set<Gate> opens,
    Set<Category> categories,
    Set<String> fields,
    Set<Purpose> purposes,
    Parties givers,
    Parties recipients,
    Optional<Instant> until,
    Optional<Instant> reviewBy,
    String evidence) {
  public Wish {
    classes = Set.copyOf(classes);
    opens = Set.copyOf(opens);
    categories = Set.copyOf(categories);
    fields = Set.copyOf(fields);
    purposes = Set.copyOf(purposes);
  }

  /** It as a policy file's text (JSON is YAML), from a time on. */
  String entries(String id, Instant now) {
    ObjectNode file = JsonMapper.shared().createObjectNode();
    file.put("policy", id);
    ObjectNode party = file.putArray("parties").addObject();
    party.put("id", subject.text()).put("name", name);
    texts(party, "classes", classes);
    party.putArray("laws");
    ObjectNode basis = file.putArray("bases").addObject();
    basis.put("id", id).put("kind", Kind.INDIVIDUAL_CONSENT.word());
    texts(basis, "opens", words(opens));
    texts(basis, "categories", words(categories));
    texts(basis, "fields", fields);
    texts(basis, "purposes", purposes.stream().map(Purpose::code).toList());
    texts(basis, "givers", words(givers));
    texts(basis, "recipients", words(recipients));
    texts(basis, "subjects", List.of(subject.text()));
    ObjectNode consent = basis.putObject("consent").put("subject", subject.text());
    consent.putArray("states").addObject().put("state", "Given").put("from", now.toString());
    basis.put("from", now.toString());
    until.ifPresent(end -> basis.put("to", end.toString()));
    reviewBy.ifPresent(end -> basis.put("review-by", end.toString()));
    basis.put("evidence", evidence);
    return file.toPrettyString();
  }

  /** Lists of a policy file are never empty: what says nothing is left out. */
  private static void texts(ObjectNode at, String key, Collection<String> words) {
    if (!words.isEmpty()) {
      ArrayNode list = at.putArray(key);
      words.stream().sorted().forEach(list::add);
    }
  }

  private static List<String> words(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).toList();
  }

  private static List<String> words(Parties parties) {
    List<String> words = new ArrayList<>();
    parties.named().forEach(each -> words.add(each.text()));
    parties.classes().forEach(each -> words.add("class:" + each));
    parties.roles().forEach(each -> words.add(each.name().toLowerCase(Locale.ROOT)));
    return words;
  }

  /** Whether it reaches nothing that a scope does not. */
  boolean isWithin(Scope wider) {
    return wider.categories().containsAll(categories)
        && isWithin(fields, wider.fields())
        && wider.purposes().containsAll(purposes)
        && isWithin(givers, wider.givers())
        && isWithin(recipients, wider.recipients());
  }

  private static boolean isWithin(Set<String> narrow, Set<String> wide) {
    return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
  }

  private static boolean isWithin(Parties narrow, Parties wide) {
    return wide.roles().contains(Parties.Role.ANYBODY)
        || new TreeSet<>(words(wide)).containsAll(words(narrow));
  }
}
