package tenbin.spine.group;

import static tenbin.nouns.consent.Category.CD;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;

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
  private final Readers readers;

  public GroupSight(Groups groups) {
    this.groups = groups;
    this.readers = groups.readers();
  }

  /** A group, as far as the plan's recipient may know of it. */
  public Optional<Disclosure> group(Plan viewer, Gathering group) {
    MemberId who = viewer.request().recipient();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(GROUP, CD, group.id()));
    facts.add(new Fact(NAME, CD, group.names().en()));
    facts.add(new Fact(NAME_JA, CD, group.names().ja()));
    facts.add(new Fact(PURPOSE, CD, group.purpose()));
    facts.add(new Fact(MEMBERS, CD, readers.known(viewer, group.members())));
    facts.add(new Fact(OWN, CD, part(group, who)));
    facts.add(new Fact(OVER, CD, Boolean.toString(group.isOver(groups.now()))));
    group.until().ifPresent(until -> facts.add(new Fact(UNTIL, CD, until.toString())));
    group
        .opener()
        .ifPresent(opener -> {
          facts.add(new Fact(OPENER, CD, readers.known(viewer, Set.of(opener))));
          if (opener.equals(who)) {
            facts.add(new Fact(INVITED, CD, readers.known(viewer, group.invited())));
          }
        });
    return Readers.decide(
        viewer,
        new Item.Told(
            "group",
            group.id(),
            readers.holder(group, who),
            Readers.marking(group),
            audience(group),
            facts));
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

  /** Minutes of one meeting: the heading, and the body where the viewer reads it. */
  public record Seen(Disclosure heading, Optional<Disclosure> body) {}

  /** Minutes that the plan's recipient may read, the newest meeting first. */
  public List<Seen> minutes(Plan viewer, Gathering group, int skip, int most) {
    MemberId who = viewer.request().recipient();
    if (!readers.readsHeadings(group, who)) {
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
    return readers.readsHeadings(group, viewer.request().recipient())
        ? groups.countMinutes(group, heard(viewer, group))
        : 0;
  }

  /** Whose minutes the viewer may read: of the others it does not learn that there are any. */
  private Set<MemberId> heard(Plan viewer, Gathering group) {
    List<Fact> facts = List.of(new Fact(HEADING, CD, "any"));
    return groups.circle().members().stream()
        .map(Member::id)
        .filter(author ->
            Readers.decide(
                    viewer,
                    new Item.Told(
                        "minutes",
                        "any",
                        author,
                        Readers.marking(group),
                        readers.ofHeadings(group),
                        facts))
                .isPresent())
        .collect(Collectors.toSet());
  }

  private Optional<Disclosure> heading(
      Plan viewer, Gathering group, GroupLine line, GroupLine.Minuted minuted) {
    List<Fact> facts =
        List.of(
            new Fact(DAY, CD, minuted.day().toString()),
            new Fact(HEADING, CD, minuted.heading()),
            new Fact(AUTHOR, CD, readers.known(viewer, Set.of(line.member()))));
    return Readers.decide(
        viewer,
        new Item.Told(
            "minutes",
            line.id().toString(),
            line.member(),
            Readers.marking(group),
            readers.ofHeadings(group),
            facts));
  }

  private Optional<Disclosure> body(
      Plan viewer, Gathering group, GroupLine line, GroupLine.Minuted minuted) {
    List<MemberId> all = readers.ofBodies(group);
    return minuted.body().isEmpty() || !all.contains(viewer.request().recipient())
        ? Optional.empty()
        : Readers.decide(
            viewer,
            new Item.Told(
                "minutes-body",
                line.id().toString(),
                line.member(),
                Tlp.AMBER_STRICT,
                all,
                List.of(new Fact(BODY, CD, minuted.body()))));
  }
}
