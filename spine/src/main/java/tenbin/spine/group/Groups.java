package tenbin.spine.group;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;

/**
 * The groups of a circle, and what members do in them. Who may see what of a group is said by
 * {@link GroupSight}. Any thread.
 */
public final class Groups {
  /** A group among members is small: whoever wants more wants a working group. */
  public static final int MOST_INVITED = 20;

  public static final int MOST_NAME = 80;
  public static final int MOST_PURPOSE = 500;
  public static final int MOST_HEADING = 200;
  public static final int MOST_BODY = 20_000;

  /** Whoever needs it longer opens it again. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private final GroupBook book;
  private final Supplier<Circle> circle;
  private final Clock clock;

  public Groups(GroupBook book, Supplier<Circle> circle, Clock clock) {
    this.book = book;
    this.circle = circle;
    this.clock = clock;
  }

  /** Who reads what of them. */
  public Readers readers() {
    return new Readers(circle);
  }

  /** The groups that somebody may see are there: the circle's, then its own, the newest first. */
  public List<Gathering> seenBy(MemberId member) {
    Instant now = clock.instant();
    return Stream.concat(
            circle.get().groups().stream().map(Groups::working),
            Among.all(book.deeds()).reversed().stream()
                .filter(group -> group.until().filter(end -> isKept(end, now)).isPresent()))
        .filter(group -> group.isSeenBy(member))
        .toList();
  }

  private static boolean isKept(Instant end, Instant now) {
    return now.isBefore(end.atZone(ZoneOffset.UTC).plus(Among.KEPT).toInstant());
  }

  /** One of them. */
  public Optional<Gathering> find(MemberId member, String id) {
    return seenBy(member).stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private static Gathering working(WorkingGroup group) {
    return new Gathering(
        group.id(),
        new Gathering.Names(group.name(), group.nameJa()),
        group.purpose(),
        Optional.empty(),
        group.members(),
        Set.of(),
        Optional.empty(),
        group.retention(),
        group.observers());
  }

  /**
   * Opens a group among members; nobody is asked first.
   *
   * @param id the same one twice is one group
   * @throws IllegalArgumentException where name, purpose or end are none
   */
  public String open(GroupLine.By by, UUID id, GroupLine.Opened opened) {
    Instant now = clock.instant();
    require(!opened.name().isBlank() && opened.name().length() <= MOST_NAME, "a name");
    require(!opened.purpose().isBlank() && opened.purpose().length() <= MOST_PURPOSE, "a purpose");
    boolean ends = opened.until().isAfter(now) && !opened.until().isAfter(now.plus(LONGEST));
    require(ends, "an end within a year");
    book.add(new GroupLine(id, id.toString(), by, now, opened));
    return id.toString();
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("a group needs " + what);
    }
  }

  /** Asks another member to take part; false where that may not be or is so already. */
  public boolean invite(GroupLine.By by, Gathering group, MemberId whom) {
    Set<MemberId> all = new HashSet<>(group.members());
    all.addAll(group.invited());
    boolean may =
        isOpen(group)
            && group.opener().filter(by.member()::equals).isPresent()
            && !all.contains(whom)
            && all.size() <= MOST_INVITED
            && circle.get().member(whom).isPresent();
    return may && add(by, group, new GroupLine.Invited(whom));
  }

  /** Takes part; false for who was not invited. */
  public boolean join(GroupLine.By by, Gathering group) {
    return isOpen(group)
        && group.invited().contains(by.member())
        && add(by, group, new GroupLine.Joined());
  }

  /** Takes no part; who opened a group ends it instead. */
  public boolean leave(GroupLine.By by, Gathering group) {
    return group.isAmongMembers()
        && group.isSeenBy(by.member())
        && group.opener().filter(by.member()::equals).isEmpty()
        && add(by, group, new GroupLine.Left());
  }

  /** Ends a group that one opened. */
  public boolean end(GroupLine.By by, Gathering group) {
    return isOpen(group)
        && group.opener().filter(by.member()::equals).isPresent()
        && add(by, group, new GroupLine.Ended());
  }

  /**
   * Writes minutes down; false for who does not take part.
   *
   * @param id the same one twice is one
   * @throws IllegalArgumentException where they have no heading, are too long, or of a day to come
   */
  public boolean minute(GroupLine.By by, Gathering group, UUID id, GroupLine.Minuted minuted) {
    boolean said = !minuted.heading().isBlank() && minuted.heading().length() <= MOST_HEADING;
    boolean past = !minuted.day().isAfter(today().plusDays(1));
    if (!said || !past || minuted.body().length() > MOST_BODY) {
      throw new IllegalArgumentException("minutes need a heading and a day that was");
    }
    boolean may = isOpen(group) && group.members().contains(by.member());
    if (may) {
      book.add(new GroupLine(id, group.id(), by, clock.instant(), minuted));
    }
    return may;
  }

  List<GroupLine> minutes(Gathering group, Set<MemberId> heard, int skip, int most) {
    return book.minutes(new GroupBook.Search(group.id(), keptSince(group), heard), skip, most);
  }

  int countMinutes(Gathering group, Set<MemberId> heard) {
    return book.count(new GroupBook.Search(group.id(), keptSince(group), heard));
  }

  Circle circle() {
    return circle.get();
  }

  /** The hub's moment. */
  public Instant now() {
    return clock.instant();
  }

  /** All groups, those too that are over: for retention. */
  public List<Gathering> all() {
    return Stream.concat(
            circle.get().groups().stream().map(Groups::working), Among.all(book.deeds()).stream())
        .sorted(Comparator.comparing(Gathering::id))
        .toList();
  }

  /** Takes away minutes that no group keeps any more, or tells how many that are. */
  public int forget(boolean dry) {
    int gone = 0;
    for (Gathering group : all()) {
      LocalDate since = keptSince(group);
      gone += dry ? book.countBefore(group.id(), since) : book.forget(group.id(), since);
    }
    return gone;
  }

  /** The first day of which a group still keeps papers; one among members, its whole time. */
  public LocalDate keptSince(Gathering group) {
    if (group.isAmongMembers()) {
      boolean kept = group.until().filter(end -> isKept(end, clock.instant())).isPresent();
      return kept ? LocalDate.EPOCH : today().plusDays(2);
    }
    return today().minus(group.retention());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private boolean isOpen(Gathering group) {
    return !group.isOver(clock.instant());
  }

  private boolean add(GroupLine.By by, Gathering group, GroupLine.Deed deed) {
    book.add(new GroupLine(UUID.randomUUID(), group.id(), by, clock.instant(), deed));
    return true;
  }
}
