package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.desks.routes.incident.Notice;
import tenbin.nouns.member.MemberId;

/** What there was to tell each member, once and in its own numbering. Any thread. */
public interface ToldBook {
  /** In tables of a database. */
  static ToldBook in(DataSource source) {
    return new StoredTold(source);
  }

  /** In memory, for whoever needs no database. */
  static ToldBook inMemory() {
    return new MemoryTold();
  }

  /**
   * Something to tell a member.
   *
   * @param member whom
   * @param number from 1, of this member's own
   * @param incident of what
   * @param what of its life
   * @param prefixes how many it was about then
   * @param at when
   * @param mailed whether a mail said it
   */
  record Line(
      MemberId member,
      int number,
      UUID incident,
      Notice.What what,
      int prefixes,
      Instant at,
      boolean mailed) {}

  /** What is to be told, and to whom. */
  record News(MemberId member, UUID incident, Notice.What what, int prefixes) {}

  /** Keeps it as the member's next line; durable when this returns. */
  Line add(News news, Instant at);

  /** What a member was told last of an incident. */
  Optional<Line> last(MemberId member, UUID incident);

  /** A member's lines behind a number, in order. */
  List<Line> behind(MemberId member, int number, int most);

  /** Lines of members that want mail, which no mail said yet, the oldest first. */
  List<Line> unmailed(int most);

  /** Lines of maintainers outside the circle that no mail said yet, the oldest first. */
  List<Line> waiting(int most);

  /** What maintainers outside the circle were told last, the newest first. */
  List<Line> outside(int most);

  /** Whether somebody outside said that it wants no more of it. */
  boolean stopped(MemberId party);

  /** A mail said it, or nobody wants one. */
  void mailed(Line line);

  /** Says whether a member wants notices by mail. */
  void wish(MemberId member, boolean wanted, By by);

  /** Who says it. */
  record By(Instant at, String person) {}

  /** Whether a member said that it wants notices by mail; who said nothing gets none. */
  boolean wants(MemberId member);
}
