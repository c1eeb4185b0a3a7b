package tenbin.hub.today;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.web.may.Act;
import tenbin.web.signin.Tokens;

/** Tokens of the member that end soon: the program behind each stops then. */
final class TokenNeeds implements Needs {
  /** Time enough to put a new one where the old one lies. */
  static final Duration SOON = Duration.ofDays(14);

  private final Tokens tokens;

  TokenNeeds(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Act act() {
    return Act.MINT;
  }

  @Override
  public Stream<Need> of(Looker looker) {
    return tokens.of(looker.visitor().member()).stream()
        .filter(each -> each.holdsAt(looker.now()))
        .filter(each -> each.expiresAt().isBefore(looker.now().plus(SOON)))
        .map(each ->
            Need.plain(
                Need.Kind.TOKEN,
                looker.say("today.token", each.title()),
                Optional.of(each.expiresAt()),
                "/tokens"));
  }
}
