package tenbin.hub.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Category;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.web.layout.Everywhere;

/**
 * The circle as one viewer may see it: every entry goes through the balance (P14), so who has no
 * agreement with a member sees nothing of it. What is shown is made of the Disclosures alone.
 */
public final class Directory {
  private final Circle circle;
  private final MemberId viewer;
  private final Showing showing;
  private final Locale locale;
  private final LocalDate today;
  private final Instant now;

  public Directory(Circle circle, Plan plan, Locale locale, Clock clock) {
    this.circle = circle;
    this.showing = new Showing(plan);
    this.viewer = showing.viewer();
    this.locale = locale;
    this.now = clock.instant();
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** A contact as the viewer may see it. */
  public record ContactLine(
      String role,
      String name,
      String mail,
      String phone,
      String verifiedAt,
      String nextCheck,
      boolean stale) {}

  /** A member as the viewer may see it. */
  public record Entry(
      String id,
      boolean own,
      String name,
      String memberClass,
      boolean present,
      List<String> networks,
      List<ContactLine> contacts) {}

  /** A working group. */
  public record Group(
      String id, String name, String purpose, List<String> members, String retention) {}

  /** Everything that was released for the last views, for the ledger. */
  public List<Disclosure> shown() {
    return showing.shown();
  }

  public List<Entry> members() {
    List<Entry> entries = new ArrayList<>();
    for (Member member : circle.members()) {
      entry(member).ifPresent(entries::add);
    }
    return entries;
  }

  /** One member, as the viewer may see it. */
  public Optional<Entry> member(MemberId id) {
    return circle.member(id).flatMap(this::entry);
  }

  private Optional<Entry> entry(Member member) {
    boolean own = member.id().equals(viewer);
    List<Fact> facts =
        List.of(
            new Fact("name", Category.C0, Everywhere.nameOf(member, locale)),
            new Fact("class", Category.C0, member.memberClass().word()),
            new Fact("present", Category.C0, Boolean.toString(member.membership().holdsAt(now))),
            new Fact(
                "networks",
                Category.CD,
                member.claims().stream()
                    .filter(claim -> claim.validity().holdsAt(now))
                    .map(claim -> claim.network().toString())
                    .collect(Collectors.joining("\n"))));
    return showing
        .tell("member", member.id().text(), member.id(), facts)
        .map(row ->
            new Entry(
                member.id().text(),
                own,
                row.fact("name"),
                row.fact("class"),
                row.fact("present").equals("true"),
                row.fact("networks").lines().toList(),
                contacts(member)));
  }

  private List<ContactLine> contacts(Member member) {
    List<ContactLine> lines = new ArrayList<>();
    for (int i = 0; i < member.contacts().size(); i++) {
      Contact contact = member.contacts().get(i);
      List<Fact> facts =
          List.of(
              new Fact("role", Category.CD, contact.role().word()),
              new Fact("name", Category.CD, contact.name()),
              new Fact("mail", Category.CD, contact.mail()),
              new Fact("phone", Category.CD, contact.phone()),
              new Fact("verified", Category.CD, contact.verifiedAt().toString()),
              new Fact("next-check", Category.CD, contact.nextCheck().toString()),
              new Fact("stale", Category.CD, Boolean.toString(contact.isStaleOn(today))));
      showing
          .tell("contact", member.id() + "/" + i, member.id(), facts)
          .map(row ->
              new ContactLine(
                  row.fact("role"),
                  row.fact("name"),
                  row.fact("mail"),
                  row.fact("phone"),
                  row.fact("verified"),
                  row.fact("next-check"),
                  row.fact("stale").equals("true")))
          .ifPresent(lines::add);
    }
    return lines;
  }

  /** Groups are the circle's own documents: the secretariat holds them. */
  public List<Group> groups() {
    MemberId holder = circle.secretariat().map(Member::id).orElse(viewer);
    List<Group> groups = new ArrayList<>();
    for (WorkingGroup group : circle.groups()) {
      String name = locale.getLanguage().equals("ja") ? group.nameJa() : group.name();
      List<Fact> facts =
          List.of(
              new Fact("name", Category.CD, name),
              new Fact("purpose", Category.CD, group.purpose()),
              new Fact("members", Category.CD, lines(known(group.members()))),
              new Fact("retention", Category.CD, Long.toString(days(group))));
      showing
          .tell("group", group.id(), holder, facts)
          .map(row ->
              new Group(
                  group.id(),
                  row.fact("name"),
                  row.fact("purpose"),
                  row.fact("members").lines().toList(),
                  row.fact("retention")))
          .ifPresent(groups::add);
    }
    return groups;
  }

  private static long days(WorkingGroup group) {
    LocalDate from = LocalDate.EPOCH;
    return java.time.temporal.ChronoUnit.DAYS.between(from, from.plus(group.retention()));
  }

  /** Of these the ones that the viewer may know, in order. */
  private List<MemberId> known(Set<MemberId> members) {
    return members.stream().filter(id -> showing.may(Item.Told.membership(id))).sorted().toList();
  }

  private String lines(List<MemberId> ids) {
    return ids.stream()
        .map(id -> Everywhere.nameOf(circle, id, locale))
        .collect(Collectors.joining("\n"));
  }
}
