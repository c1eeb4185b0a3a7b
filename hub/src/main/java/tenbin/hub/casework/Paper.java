package tenbin.hub.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseNames;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.spine.casework.method.Catalogue;
import tenbin.web.layout.Everywhere;

/**
 * A version of a paper about what an attack does.
 *
 * @param id the reader's own name for this version: whoever writes on says it
 * @param technique "" for the paper about all of it
 * @param name of the technique in the reader's language, "" where it has none
 * @param tactic the word of its group, "" where it has none
 * @param by who wrote it, as far as the reader may know: "" for a member that it does not know
 * @param own whether the reader's own organisation wrote it
 */
public record Paper(
    UUID id,
    String technique,
    String name,
    String tactic,
    String text,
    Instant at,
    String by,
    boolean own) {
  static Paper of(Disclosure told, Circle circle, Locale locale) {
    String about = told.fact(CaseMethod.ABOUT);
    Optional<Catalogue.Term> term = Catalogue.TECHNIQUES.find(about);
    String person = told.fact(CaseMethod.PERSON).replaceFirst("^(person|demo):", "");
    return new Paper(
        told.id(),
        about.equals(CaseMethod.SUMMARY) ? "" : about,
        term.map(each -> each.name(locale)).orElse(""),
        term.map(Catalogue.Term::group).orElse(""),
        told.fact(CaseMethod.TEXT),
        Instant.parse(told.fact(CaseMethod.AT)),
        person.isEmpty() ? member(told, circle, locale) : person,
        told.fact(CaseMethod.OWN).equals("yes"));
  }

  private static String member(Disclosure told, Circle circle, Locale locale) {
    String member = told.fact(CaseNames.MEMBER);
    return member.isEmpty() ? "" : Everywhere.nameOf(circle, new MemberId(member), locale);
  }
}
