package tenbin.hub.casework;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseNames;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.Catalogue;
import tenbin.web.layout.Everywhere;

/**
 * A countermeasure as its reader may know of it.
 *
 * @param mitigation the id, "" for none
 * @param name of the mitigation in the reader's language, "" for none
 * @param state of the reader's own organisation, "" where it said nothing
 * @param named who of the others lets it know
 * @param others states in which several of the rest are
 */
public record MeasureLine(
    UUID id,
    String mitigation,
    String name,
    String text,
    String state,
    String scope,
    String since,
    List<Named> named,
    List<String> others) {
  public MeasureLine {
    named = List.copyOf(named);
    others = List.copyOf(others);
  }

  /** A member that lets the reader know how it stands, and since when. */
  public record Named(String member, String state, String since) {}

  static MeasureLine of(CaseDefence.Measure each, Circle circle, Locale locale) {
    Disclosure told = each.measure();
    String mitigation = told.fact(CaseDefence.MITIGATION);
    return new MeasureLine(
        told.id(),
        mitigation,
        Catalogue.MITIGATIONS.find(mitigation).map(term -> term.name(locale)).orElse(""),
        told.fact(CaseDefence.TEXT),
        told.fact(CaseDefence.OWN_STATE),
        told.fact(CaseDefence.OWN_SCOPE),
        told.fact(CaseDefence.OWN_SINCE),
        each.named().stream().map(one -> named(one, circle, locale)).toList(),
        told.fact(CaseDefence.OTHERS)
            .lines()
            .map(line -> line.substring(0, line.indexOf(':')))
            .toList());
  }

  private static Named named(Disclosure told, Circle circle, Locale locale) {
    MemberId member = new MemberId(told.fact(CaseNames.MEMBER));
    return new Named(
        Everywhere.nameOf(circle, member, locale),
        told.fact(CaseDefence.ADOPTION),
        told.fact(CaseDefence.SINCE));
  }
}
