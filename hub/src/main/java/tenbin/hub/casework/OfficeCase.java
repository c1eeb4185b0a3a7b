package tenbin.hub.casework;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tenbin.balance.Disclosure;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.web.layout.Everywhere;

/** A case as the secretariat sees it to join or divide it. */
public record OfficeCase(
    UUID id, String type, String what, Instant from, ZonedDateTime due, List<Member> members) {
  public OfficeCase {
    members = List.copyOf(members);
  }

  /** One of those whom it concerns. */
  public record Member(String id, String name, String state) {}

  static OfficeCase of(Disclosure told, Circle circle, Locale locale) {
    return new OfficeCase(
        told.id(),
        told.fact(OfficeDesk.TYPE),
        told.fact(OfficeDesk.WHAT),
        Instant.parse(told.fact(OfficeDesk.OPENED)),
        ZonedDateTime.parse(told.fact(OfficeDesk.DUE)),
        told.fact(OfficeDesk.MEMBERS)
            .lines()
            .map(line -> member(List.of(line.split(" ", -1)), circle, locale))
            .toList());
  }

  private static Member member(List<String> words, Circle circle, Locale locale) {
    String id = words.getFirst();
    return new Member(id, Everywhere.nameOf(circle, new MemberId(id), locale), words.getLast());
  }

  public long silent() {
    return members.stream().filter(each -> each.state.equals("silent")).count();
  }

  /** A short name by which two of one kind are told apart. */
  public String sign() {
    return id.toString().substring(0, 4);
  }

  /** That two cases were joined, or one divided. */
  public record Link(
      UUID id,
      String kind,
      String from,
      String into,
      List<String> members,
      String by,
      Instant at,
      boolean undone) {
    public Link {
      members = List.copyOf(members);
    }

    static Link of(Disclosure told, Circle circle, Locale locale) {
      return new Link(
          told.id(),
          told.fact(OfficeDesk.KIND_OF_LINK),
          told.fact(OfficeDesk.FROM).substring(0, 4),
          told.fact(OfficeDesk.INTO).substring(0, 4),
          told.fact(OfficeDesk.MEMBERS)
              .lines()
              .map(each -> Everywhere.nameOf(circle, new MemberId(each), locale))
              .toList(),
          told.fact(OfficeDesk.BY).replaceFirst("^(person|demo):", ""),
          Instant.parse(told.fact(OfficeDesk.AT)),
          !told.fact(OfficeDesk.UNDONE_AT).isEmpty());
    }
  }
}
