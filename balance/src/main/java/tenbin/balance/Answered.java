package tenbin.balance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weighing;
import tenbin.balance.weigh.Weight;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Sides;

/**
 * A question that was put to the balance, and its answer, as texts of one line: what the ledger
 * keeps of a decision, so that it can be decided again.
 *
 * @param question what the decision hung on beside the request
 * @param answer effect, fields with their levels, bases, obligations
 * @param fields what was released, each with its level
 * @param holder who contributed it
 * @param report which report of its subject's own it was, "" for none
 */
record Answered(String question, String answer, Set<String> fields, PartyId holder, String report) {
  private static final String SIGHTING = "sighting";
  private static final String TOLD = "told";

  /** What the words of facts begin with. */
  static final String SUBJECT = "subject";

  static final String TRAIT = "trait";
  static final String ASKED = "asked";
  static final String FACT = "fact";

  Answered {
    fields = Set.copyOf(fields);
  }

  static Answered sighting(
      MemberId holder, Sides sides, Tlp marking, Optional<PartyId> subject, Weighing weighing) {
    String words = String.join(" ", SIGHTING, holder.text(), sides.name(), marking.name());
    String about = subject.map(each -> " " + word(SUBJECT, each.text())).orElse("");
    return of(words + about, holder.party(), weighing, "");
  }

  static Answered told(Item.Told told, List<Question.Asked> asked, Weighing weighing) {
    List<String> words = new ArrayList<>();
    words.add(TOLD);
    words.add(told.holder().text());
    words.add(told.marking().name());
    told.about().subject().ifPresent(subject -> words.add(word(SUBJECT, subject.text())));
    new TreeMap<>(told.about().traits())
        .forEach((key, value) -> words.add(word(TRAIT, key, value)));
    asked.forEach(each -> words.add(word(ASKED, each.rule(), each.about(), each.state().name())));
    told.facts()
        .forEach(
            fact -> words.add(word(FACT, fact.category().name(), fact.name(), fact.redaction())));
    String report = told.about().traits().getOrDefault(Item.About.REPORT, "");
    return of(String.join(" ", words), told.holder(), weighing, report);
  }

  /** Parts with colons between, none of which has a space or a colon of its own. */
  private static String word(String... parts) {
    return java.util.Arrays.stream(parts)
        .map(part -> URLEncoder.encode(part, UTF_8))
        .collect(Collectors.joining(":"));
  }

  private static Answered of(String question, PartyId holder, Weighing weighing, String report) {
    return new Answered(question, answer(weighing), fields(weighing), holder, report);
  }

  /** The whole answer on one line; equal weighings have equal ones. */
  static String answer(Weighing weighing) {
    return weighing.effect()
        + " fields="
        + String.join(",", new TreeSet<>(fields(weighing)))
        + " bases="
        + String.join(",", weighing.bases())
        + " obligations="
        + String.join(",", weighing.obligations().stream().map(Object::toString).toList());
  }

  private static Set<String> fields(Weighing weighing) {
    Set<String> fields = new TreeSet<>();
    for (Weight weight : weighing.weights()) {
      boolean released = weight.effect() == Effect.PERMIT;
      if (released && weight.level() != weight.part().order().least()) {
        fields.add(weight.part().name() + ":" + weight.word());
      }
    }
    return fields;
  }
}
