package tenbin.hub.act;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.hub.wiring.PostgresPersonBook;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.web.signin.Office;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;

/** People who may sign in. */
@Command(
    name = "person",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "add|list|remove",
    description = "Adds, lists and removes people who may sign in to the hub's pages.")
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
      @Option(
              names = "--office",
              paramLabel = "OFFICE",
              split = ",",
              description =
                  "what the person does: administrator, analyst, approver, customer-desk, reader;"
                      + " without it all of them")
          List<String> words,
      @Mixin DataOptions where)
      throws IOException {
    Set<Office> offices = offices(words);
    String password = password();
    try (Database database = where.open()) {
      People people = new People(new PostgresPersonBook(database.dataSource()), Clock.systemUTC());
      people.add(new MemberId(member), login, password, offices);
      spec.commandLine().getErr().println(login + " of " + member + " may sign in");
      return Acts.DONE;
    }
  }

  private Set<Office> offices(@Nullable List<String> words) {
    if (words == null) {
      return Office.all();
    }
    Set<Office> all = EnumSet.noneOf(Office.class);
    for (String word : words) {
      all.add(
          Office.tryParse(word)
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), "no office \"" + word + "\"")));
    }
    return all;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Prints who may sign in, and who no longer: member, login, id (the log's name for it),"
              + " since, until, offices.")
  int list(
      @Parameters(paramLabel = "MEMBER", arity = "0..1", description = "only this member's")
          Optional<String> member,
      @Mixin DataOptions where)
      throws IOException {
    try (Database database = where.open()) {
      return new Listing(spec, member)
          .print(
              new PostgresPersonBook(database.dataSource()).everybody(),
              Person::member,
              PersonAct::columns);
    }
  }

  private static List<String> columns(Person each) {
    return List.of(
        each.member().text(),
        each.login(),
        each.id().toString(),
        each.createdAt().toString(),
        Listing.time(each.endedAt()),
        each.offices().stream().map(Office::word).sorted().collect(Collectors.joining(",")));
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Ends a person's sign-in at once, also where it is signed in now.")
  int remove(
      @Parameters(paramLabel = "LOGIN", description = "what the person types") String login,
      @Mixin DataOptions where)
      throws IOException {
    try (Database database = where.open()) {
      PostgresPersonBook book = new PostgresPersonBook(database.dataSource());
      Optional<Person> person =
          book.everybody().stream()
              .filter(each -> each.login().equals(login) && each.endedAt().isEmpty())
              .findFirst();
      person.ifPresent(each -> book.end(each.id(), Clock.systemUTC().instant()));
      spec.commandLine()
          .getErr()
          .println(person.isPresent() ? login + " may sign in no more" : "nobody has that login");
      return person.isPresent() ? Acts.DONE : Acts.FAILED;
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
