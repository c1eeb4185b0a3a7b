package tenbin.spine.casework.method;

import static tenbin.nouns.consent.Category.C5;
import static tenbin.nouns.consent.Category.C7;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseCircle;
import tenbin.spine.casework.CaseNames;
import tenbin.spine.casework.entry.Entry;

/** Who adopted what of a case's countermeasures. */
final class Adoptions {
  private Adoptions() {}

  /** What each member said last, by countermeasure; of entries newest first. */
  static Map<String, Map<MemberId, Adoption>> of(List<Entry> entries) {
    Map<String, Map<MemberId, Adoption>> adopted = new HashMap<>();
    for (Entry entry : entries) {
      adopted
          .computeIfAbsent(entry.about(), k -> new HashMap<>())
          .putIfAbsent(entry.member(), Adoption.parse(entry.text()));
    }
    return adopted;
  }

  /** Those of the others who let the viewer know by name, sorted. */
  static List<Disclosure> named(
      Plan viewer, CaseCircle circle, Entry measure, Map<MemberId, Adoption> adopted) {
    List<Disclosure> named = new ArrayList<>();
    adopted.entrySet().stream()
        .filter(each -> !each.getKey().equals(viewer.request().recipient()))
        .filter(each -> circle.members().contains(each.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(each ->
            one(viewer, circle, measure, each.getKey(), each.getValue()).ifPresent(named::add));
    return named;
  }

  private static Optional<Disclosure> one(
      Plan viewer, CaseCircle circle, Entry measure, MemberId member, Adoption adoption) {
    List<Fact> facts =
        List.of(
            new Fact(CaseNames.MEMBER, C5, member.text()),
            new Fact(CaseDefence.ADOPTION, C7, adoption.state().word()),
            new Fact(CaseDefence.SINCE, C7, adoption.since().toString()));
    return circle
        .tell(viewer, "case-adoption", measure.id() + "/" + member, member, facts)
        .filter(shown -> !shown.fact(CaseNames.MEMBER).isEmpty())
        .filter(shown -> !shown.fact(CaseDefence.ADOPTION).isEmpty());
  }
}
