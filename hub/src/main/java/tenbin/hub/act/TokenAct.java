package tenbin.hub.act;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.hub.wiring.PostgresTokenBook;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/** Tokens for members' programs. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "create",
    description = "Makes tokens with which a member's programs report and pull.")
final class TokenAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Prints a new token; it is shown once and never kept.")
  int create(
      @Parameters(paramLabel = "MEMBER", description = "the member's id in the circle file")
          String member,
      @Option(names = "--title", defaultValue = "command line", description = "what people call it")
          String title,
      @Option(
              names = "--scope",
              split = ",",
              defaultValue = "report,pull",
              description = "report, pull or both (the default)")
          List<String> scopes,
      @Option(names = "--days", defaultValue = "90", description = "how long it lives: 90 days")
          int days,
      @Mixin DataOptions where)
      throws IOException {
    try (Database database = where.open()) {
      Tokens tokens = new Tokens(new PostgresTokenBook(database.dataSource()), Clock.systemUTC());
      Tokens.Minted minted =
          tokens.mint(new MemberId(member), title, scopes(scopes), Duration.ofDays(days));
      spec.commandLine().getOut().println(minted.secret());
      spec.commandLine()
          .getErr()
          .println("token of " + member + ", good until " + minted.token().expiresAt());
      return Acts.DONE;
    }
  }

  private Set<Scope> scopes(List<String> words) {
    EnumSet<Scope> all = EnumSet.noneOf(Scope.class);
    for (String word : words) {
      all.add(
          Scope.tryParse(word)
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(), "no such scope: " + word + "; report or pull")));
    }
    return all;
  }
}
