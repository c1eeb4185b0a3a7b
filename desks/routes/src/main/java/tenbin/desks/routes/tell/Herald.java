package tenbin.desks.routes.tell;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tenbin.balance.Plan;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.outside.Outside;
import tenbin.nouns.member.MemberId;

/**
 * Works out what there is to tell whom, from how incidents stand and what each was told last: once
 * when one begins, when it doubled for that member, when it came back and when it is over. So one
 * incident is few notices however many prefixes it has, and a hub that stopped in between tells
 * nothing twice. Not for several threads.
 */
public final class Herald {
  /** Growth is not told more often: who gets it acts on the first one. */
  static final Duration PACE = Duration.ofMinutes(10);

  /** What ended longer ago is nobody's news. */
  static final Duration OLD = Duration.ofDays(1);

  private static final int AT_ONCE = 200;

  private final IncidentBook book;
  private final ToldBook told;
  private final RouteSight sight;

  /** What grew and was told too lately: looked at again when its pace allows. */
  private final Map<UUID, Instant> later = new HashMap<>();

  private long place;

  public Herald(IncidentBook book, ToldBook told, RouteSight sight) {
    this.book = book;
    this.told = told;
    this.sight = sight;
  }

  /** Looks at what changed; returns how many lines there are to tell. */
  public int turn(Instant now, Function<MemberId, Plan> plans) {
    int lines = again(now, plans);
    List<IncidentBook.Change> some;
    do {
      some = book.changes(place, AT_ONCE);
      for (IncidentBook.Change each : some) {
        lines += each.worth() ? tell(each.incident(), now, plans) : 0;
        place = each.place();
      }
    } while (some.size() == AT_ONCE);
    return lines;
  }

  private int again(Instant now, Function<MemberId, Plan> plans) {
    int lines = 0;
    for (UUID each : List.copyOf(later.keySet())) {
      if (!later.getOrDefault(each, now).isAfter(now)) {
        later.remove(each);
        Optional<Incident> incident = book.incident(each);
        lines += incident.isPresent() ? tell(incident.get(), now, plans) : 0;
      }
    }
    return lines;
  }

  private int tell(Incident incident, Instant now, Function<MemberId, Plan> plans) {
    int lines = 0;
    for (MemberId member : concerned(incident)) {
      Optional<Told> known = sight.inner(plans.apply(member), incident.id());
      if (known.isEmpty()) {
        continue;
      }
      Standing its = Standing.of(known.get());
      Optional<ToldBook.Line> last = told.last(member, incident.id());
      Optional<Notice.What> what = next(its, last, now);
      waits(its, last, now).ifPresent(at -> later.merge(incident.id(), at, Herald::earlier));
      if (what.isPresent()) {
        told.add(new ToldBook.News(member, incident.id(), what.get(), its.prefixes()), now);
        lines++;
      }
    }
    return lines;
  }

  /** Whom it concerns: members whose prefixes it touches, and the group. */
  private Collection<MemberId> concerned(Incident incident) {
    Set<MemberId> all = new LinkedHashSet<>();
    incident.impact().forEach(each -> all.add(each.member()));
    all.removeIf(Outside::is);
    all.addAll(sight.group());
    return all;
  }

  /**
   * How an incident stands for a member, by what it may know.
   *
   * @param prefixes how many it has
   * @param now how many go on
   * @param end when it was over
   */
  record Standing(int prefixes, int now, Optional<Instant> end) {
    static Standing of(Told known) {
      return new Standing(
          Integer.parseInt(known.fact(RouteFacts.COUNT)),
          Integer.parseInt(known.fact(RouteFacts.NOW)),
          Optional.of(known.fact(RouteFacts.END))
              .filter(each -> !each.isEmpty())
              .map(Instant::parse));
    }
  }

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Until when a growth waits that was told too lately. */
  static Optional<Instant> waits(Standing its, Optional<ToldBook.Line> last, Instant now) {
    return last.filter(line -> line.what() != Notice.What.ENDED && its.now() > 0)
        .filter(line -> its.prefixes() >= 2 * Math.max(1, line.prefixes()))
        .map(line -> line.at().plus(PACE))
        .filter(now::isBefore);
  }

  /** What is to be told next, if anything is; for a member it is over when its own are. */
  static Optional<Notice.What> next(Standing its, Optional<ToldBook.Line> last, Instant now) {
    if (its.end().isPresent() || its.now() == 0 && last.isPresent()) {
      boolean news =
          its.end().filter(end -> end.plus(OLD).isAfter(now)).isPresent() || last.isPresent();
      boolean said = last.filter(each -> each.what() == Notice.What.ENDED).isPresent();
      return news && !said ? Optional.of(Notice.What.ENDED) : Optional.empty();
    }
    if (last.isEmpty()) {
      return Optional.of(Notice.What.BEGAN);
    }
    ToldBook.Line line = last.get();
    if (line.what() == Notice.What.ENDED) {
      return Optional.of(Notice.What.REOPENED);
    }
    boolean doubled = its.prefixes() >= 2 * Math.max(1, line.prefixes());
    boolean paced = !now.isBefore(line.at().plus(PACE));
    return doubled && paced ? Optional.of(Notice.What.GREW) : Optional.empty();
  }
}
