package tenbin.hub.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseNames;
import tenbin.spine.casework.file.CaseFiles;
import tenbin.web.layout.Everywhere;

/**
 * A file of a case as its reader may know of it.
 *
 * @param by who laid it there, as far as the reader may know; "" for a member that it does not know
 * @param circle whether all members of the case may have it
 */
public record FileLine(
    UUID id,
    String name,
    String type,
    long bytes,
    String digest,
    Instant at,
    String by,
    boolean circle) {
  static FileLine of(Disclosure told, Circle circle, Locale locale) {
    String person = told.fact(CaseFiles.PERSON).replaceFirst("^(person|demo):", "");
    String member = told.fact(CaseNames.MEMBER);
    String name = member.isEmpty() ? "" : Everywhere.nameOf(circle, new MemberId(member), locale);
    return new FileLine(
        told.id(),
        told.fact(CaseFiles.NAME),
        told.fact(CaseFiles.TYPE),
        Long.parseLong(told.fact(CaseFiles.SIZE)),
        told.fact(CaseFiles.DIGEST),
        Instant.parse(told.fact(CaseFiles.AT)),
        person.isEmpty() ? name : person,
        told.fact(CaseFiles.REACH).equals("circle"));
  }

  /** In steps of 1,024: "17 KiB". */
  public String size() {
    return size(bytes);
  }

  /** A size in steps of 1,024. */
  public static String size(long bytes) {
    return bytes < 1_024 ? bytes + " B" : Math.ceilDiv(bytes, 1_024L) + " KiB";
  }
}
