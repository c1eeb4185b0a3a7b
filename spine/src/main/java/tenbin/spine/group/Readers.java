package tenbin.spine.group;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup.Observers;

/** Who reads what of a group, before the balance says how much of it. Any thread. */
public final class Readers {
  private final Supplier<Circle> circle;

  public Readers(Supplier<Circle> circle) {
    this.circle = circle;
  }

  /** Who reads what a group's members wrote. */
  public List<MemberId> ofBodies(Gathering group) {
    Set<MemberId> all = new HashSet<>(group.members());
    if (group.observers() == Observers.BODIES) {
      circle.get().members().stream().map(Member::id).filter(this::isObserver).forEach(all::add);
    }
    return all.stream().sorted().toList();
  }

  /** Whether somebody reads the headings of what a group wrote. */
  public boolean readsHeadings(Gathering group, MemberId who) {
    return group.isAmongMembers()
        ? group.members().contains(who)
        : group.observers() != Observers.NOTHING
            || group.members().contains(who)
            || !isObserver(who);
  }

  /** To whom headings go at all; nobody in particular for the circle's own groups. */
  public List<MemberId> ofHeadings(Gathering group) {
    return group.isAmongMembers() ? ofBodies(group) : List.of();
  }

  /** Who sees the roles of a group: its members and the secretariat. */
  public List<MemberId> ofRoles(Gathering group) {
    Set<MemberId> all = new HashSet<>(group.members());
    circle.get().secretariat().map(Member::id).ifPresent(all::add);
    return all.stream().sorted().toList();
  }

  private boolean isObserver(MemberId who) {
    return circle
        .get()
        .member(who)
        .filter(member -> member.memberClass() == MemberClass.OBSERVER)
        .isPresent();
  }

  /** Who answers for what is said of a group: its opener, or for the circle's own the office. */
  public MemberId holder(Gathering group, MemberId viewer) {
    return group.opener().or(() -> circle.get().secretariat().map(Member::id)).orElse(viewer);
  }

  /** The marking of what is said of a group. */
  public static Tlp marking(Gathering group) {
    return group.isAmongMembers() ? Tlp.AMBER_STRICT : Tlp.GREEN;
  }

  /** Ids of those whom the viewer may know, a line each; nobody else is counted or hinted at. */
  public String known(Plan viewer, Set<MemberId> members) {
    MemberId who = viewer.request().recipient();
    return members.stream()
        .filter(id -> circle.get().member(id).isPresent())
        .filter(id -> id.equals(who) || decide(viewer, Item.Told.membership(id)).isPresent())
        .sorted()
        .map(MemberId::text)
        .collect(Collectors.joining("\n"));
  }

  /** What the balance lets go of it. */
  public static Optional<Disclosure> decide(Plan viewer, Item.Told told) {
    return viewer.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }
}
