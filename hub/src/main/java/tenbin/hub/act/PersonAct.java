package tenbin.hub.act;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.hub.wiring.PostgresPersonBook;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.web.signin.People;

/** People who may sign in. */
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add",
    description = "Adds people who may sign in to the hub's pages.")
final class PersonAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Adds a person, or gives the person of that login a new password; asks for it, or reads"
              + " it from standard input.")
  int add(
      @Parameters(paramLabel = "MEMBER", description = "the member's id in the circle file")
          String member,
      @Parameters(paramLabel = "LOGIN", description = "what the person types") String login,
      @Mixin DataOptions where)
      throws IOException {
    String password = password();
    try (Database database = where.open()) {
      People people = new People(new PostgresPersonBook(database.dataSource()), Clock.systemUTC());
      people.add(new MemberId(member), login, password);
      spec.commandLine().getErr().println(login + " of " + member + " may sign in");
      return Acts.DONE;
    }
  }

  private static String password() throws IOException {
    Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("password: ");
      return typed == null ? "" : new String(typed);
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
