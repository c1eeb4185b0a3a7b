package tenbin.spine.group;

import static tenbin.nouns.consent.Category.CD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup.Observers;

/**
 * What one member sees of groups. The heading of a working group's minutes goes to the circle, the
 * body to the group, and to observers what the group's rule says; of a group among members only
 * those who take part or are invited know. Each thing is decided by the balance, and a name of a
 * member is told to whoever may know that it belongs to the circle.
 */
public final class GroupSight {
  public static final String NAME = "name";
  public static final String NAME_JA = "name-ja";
  public static final String PURPOSE = "purpose";

  /** Ids of members, a line each. */
  public static final String MEMBERS = "members";

  public static final String INVITED = "invited";
  public static final String OPENER = "opener";
  public static final String UNTIL = "until";

  /** The viewer's own part: "member", "invited", "opener", "none". */
  public static final String OWN = "own";

  public static final String OVER = "over";
  public static final String GROUP = "group";
  public static final String DAY = "day";
  public static final String HEADING = "heading";
  public static final String AUTHOR = "author";
  public static final String BODY = "body";

  private final Groups groups;

  public GroupSight(Groups groups) {
    this.groups = groups;
  }

  /** A group, as far as the plan's recipient may know of it. */
  public Optional<Disclosure> group(Plan viewer, Gathering group) {
    MemberId who = viewer.request().recipient();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(GROUP, CD, group.id()));
    facts.add(new Fact(NAME, CD, group.names().en()));
    facts.add(new Fact(NAME_JA, CD, group.names().ja()));
    facts.add(new Fact(PURPOSE, CD, group.purpose()));
    facts.add(new Fact(MEMBERS, CD, known(viewer, group.members())));
    facts.add(new Fact(OWN, CD, part(group, who)));
    facts.add(new Fact(OVER, CD, Boolean.toString(group.isOver(groups.now()))));
    group.until().ifPresent(until -> facts.add(new Fact(UNTIL, CD, until.toString())));
    group
        .opener()
        .ifPresent(opener -> {
          facts.add(new Fact(OPENER, CD, known(viewer, Set.of(opener))));
          if (opener.equals(who)) {
            facts.add(new Fact(INVITED, CD, known(viewer, group.invited())));
          }
        });
    return decide(
        viewer,
        new Item.Told(
            "group", group.id(), holder(group, who), marking(group), audience(group), facts));
  }

  private static String part(Gathering group, MemberId who) {
    if (group.opener().filter(who::equals).isPresent()) {
      return "opener";
    }
    if (group.members().contains(who)) {
      return "member";
    }
    return group.invited().contains(who) ? "invited" : "none";
  }

  /** Who knows of the group; nobody in particular for the circle's own. */
  private static List<MemberId> audience(Gathering group) {
    Set<MemberId> all = new HashSet<>();
    if (group.isAmongMembers()) {
      all.addAll(group.members());
      all.addAll(group.invited());
    }
    return all.stream().sorted().toList();
  }

  private static Tlp marking(Gathering group) {
    return group.isAmongMembers() ? Tlp.AMBER_STRICT : Tlp.GREEN;
  }

  private MemberId holder(Gathering group, MemberId viewer) {
    return group.opener().or(() -> groups.circle().secretariat().map(Member::id)).orElse(viewer);
  }

  /** Minutes of one meeting: the heading, and the body where the viewer reads it. */
  public record Seen(Disclosure heading, Optional<Disclosure> body) {}

  /** Minutes that the plan's recipient may read, the newest meeting first. */
  public List<Seen> minutes(Plan viewer, Gathering group, int skip, int most) {
    MemberId who = viewer.request().recipient();
    if (!readsHeadings(group, who)) {
      return List.of();
    }
    List<Seen> seen = new ArrayList<>();
    for (GroupLine line : groups.minutes(group, heard(viewer, group), skip, most)) {
      if (line.deed() instanceof GroupLine.Minuted minuted) {
        heading(viewer, group, line, minuted)
            .ifPresent(heading -> seen.add(new Seen(heading, body(viewer, group, line, minuted))));
      }
    }
    return seen;
  }

  /** How many minutes there are where somebody may read their headings. */
  public int count(Plan viewer, Gathering group) {
    return readsHeadings(group, viewer.request().recipient())
        ? groups.countMinutes(group, heard(viewer, group))
        : 0;
  }

  /** Whose minutes the viewer may read: of the others it does not learn that there are any. */
  private Set<MemberId> heard(Plan viewer, Gathering group) {
    List<Fact> facts = List.of(new Fact(HEADING, CD, "any"));
    return groups.circle().members().stream()
        .map(Member::id)
        .filter(author ->
            decide(
                    viewer,
                    new Item.Told(
                        "minutes", "any", author, marking(group), headingFor(group), facts))
                .isPresent())
        .collect(Collectors.toSet());
  }

  private List<MemberId> headingFor(Gathering group) {
    return group.isAmongMembers() ? readers(group) : List.of();
  }

  private boolean readsHeadings(Gathering group, MemberId who) {
    return group.isAmongMembers()
        ? group.members().contains(who)
        : group.observers() != Observers.NOTHING
            || group.members().contains(who)
            || !isObserver(who);
  }

  private boolean isObserver(MemberId who) {
    return groups
        .circle()
        .member(who)
        .filter(member -> member.memberClass() == MemberClass.OBSERVER)
        .isPresent();
  }

  private Optional<Disclosure> heading(
      Plan viewer, Gathering group, GroupLine line, GroupLine.Minuted minuted) {
    List<Fact> facts =
        List.of(
            new Fact(DAY, CD, minuted.day().toString()),
            new Fact(HEADING, CD, minuted.heading()),
            new Fact(AUTHOR, CD, known(viewer, Set.of(line.member()))));
    return decide(
        viewer,
        new Item.Told(
            "minutes",
            line.id().toString(),
            line.member(),
            marking(group),
            headingFor(group),
            facts));
  }

  private Optional<Disclosure> body(
      Plan viewer, Gathering group, GroupLine line, GroupLine.Minuted minuted) {
    List<MemberId> readers = readers(group);
    return minuted.body().isEmpty() || !readers.contains(viewer.request().recipient())
        ? Optional.empty()
        : decide(
            viewer,
            new Item.Told(
                "minutes-body",
                line.id().toString(),
                line.member(),
                Tlp.AMBER_STRICT,
                readers,
                List.of(new Fact(BODY, CD, minuted.body()))));
  }

  /** Who reads what a group's members wrote. */
  private List<MemberId> readers(Gathering group) {
    Set<MemberId> all = new HashSet<>(group.members());
    if (group.observers() == Observers.BODIES) {
      groups.circle().members().stream().map(Member::id).filter(this::isObserver).forEach(all::add);
    }
    return all.stream().sorted().toList();
  }

  private static Optional<Disclosure> decide(Plan viewer, Item.Told told) {
    return viewer.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  /** Of these the ones that the viewer may know to belong to the circle. */
  private String known(Plan viewer, Set<MemberId> members) {
    MemberId who = viewer.request().recipient();
    Circle circle = groups.circle();
    return members.stream()
        .filter(id -> circle.member(id).isPresent())
        .filter(id -> id.equals(who) || decide(viewer, Item.Told.membership(id)).isPresent())
        .sorted()
        .map(MemberId::text)
        .collect(Collectors.joining("\n"));
  }
}
