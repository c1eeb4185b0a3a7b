package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.desks.routes.declare.Declaration;
import tenbin.nouns.member.MemberId;

/** What members declare of their routing, every version of it. Any thread. */
public interface DeclarationBook {
  /** In tables of a database. */
  static DeclarationBook in(DataSource source) {
    return new StoredDeclarations(source);
  }

  /** In memory, for whoever needs no database. */
  static DeclarationBook inMemory() {
    return new MemoryDeclarations();
  }

  /**
   * A declaration as it was given.
   *
   * @param number 1 for a member's first
   * @param at when
   * @param person by whom, as the audit names people
   * @param source "page", "api", "bgpalerter", "proposal"
   * @param declared what
   */
  record Given(int number, Instant at, String person, String source, Declaration declared) {}

  /** Who gives one, how. */
  record By(Instant at, String person, String source) {}

  /** Keeps it as the member's newest; durable when this returns. */
  Given declare(Declaration declared, By by);

  /** A member's newest. */
  Optional<Given> of(MemberId member);

  /** Every member's newest, in the order of members. */
  List<Given> all();

  /** A member's versions, the newest first. */
  List<Given> versions(MemberId member, int most);
}
