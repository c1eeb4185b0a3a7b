package tenbin.hub.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseNames;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.web.layout.Everywhere;

/**
 * A comment as its reader may know of it.
 *
 * @param member its author's name, "" where it is not known
 * @param voice under which it speaks in this case
 * @param person who of the reader's own organisation wrote it, "" for others
 * @param circle whether all members of the case may read it
 */
public record Comment(
    Instant at, String member, String voice, String person, boolean circle, String text) {
  static Comment of(Disclosure told, Circle all, Locale locale) {
    return new Comment(
        Instant.parse(told.fact(CaseTalk.AT)),
        Optional.of(told.fact(CaseNames.MEMBER))
            .filter(each -> !each.isEmpty())
            .map(each -> Everywhere.nameOf(all, new MemberId(each), locale))
            .orElse(""),
        told.fact(CaseTalk.VOICE),
        told.fact(CaseTalk.PERSON).replaceFirst("^(person|demo):", ""),
        told.fact(CaseTalk.REACH).equals("circle"),
        told.fact(CaseTalk.TEXT));
  }
}
