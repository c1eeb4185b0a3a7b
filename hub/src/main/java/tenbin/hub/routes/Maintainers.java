package tenbin.hub.routes;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.outside.Listening;
import tenbin.desks.routes.outside.OptIns;
import tenbin.desks.routes.outside.Outside;
import tenbin.nouns.member.MemberId;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;
import tenbin.spine.post.Tokens;

/**
 * Maintainers outside the circle: who asked to be told, and what they were, or would be.
 *
 * @param listening whether anybody is told
 * @param optIns who asks now
 * @param told the book of what they were told; in a dry run one of its own
 * @param tokens for the links by which they stop it; empty where no mail goes
 */
public record Maintainers(
    Listening listening, Supplier<OptIns> optIns, ToldBook told, Optional<AnswerTokens> tokens) {
  /** Nobody outside is told. */
  public static final Maintainers NONE =
      new Maintainers(Listening.OFF, () -> OptIns.NONE, ToldBook.inMemory(), Optional.empty());

  /** What a token of these is about. */
  private static final String STOP = "route-stop";

  /** The token by which one of them stops its mails: the same whenever asked. */
  public String stopToken(MemberId party) throws SQLException {
    return tokens
        .orElseThrow(() -> new IllegalStateException("no mail goes"))
        .mint(new About(party, STOP, ""));
  }

  /** Whose token it is; empty for every other. */
  public Optional<MemberId> byStopToken(String token) throws SQLException {
    if (tokens.isEmpty() || !Tokens.looksRight(token)) {
      return Optional.empty();
    }
    return tokens
        .get()
        .find(token)
        .filter(about -> about.kind().equals(STOP) && Outside.is(about.member()))
        .map(About::member);
  }
}
