package tenbin.hub.act;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** All acts of the program. The launcher's own ({@code test}, {@code package} ...) are not here. */
@Command(
    name = "tenbin",
    description = "The balance: what a circle of network operators knows, and who may be told.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "ACT",
    subcommands = {
      DemoAct.class,
      UpAct.class,
      ReadAct.class,
      AttributeAct.class,
      RoutesAct.class,
      CircleAct.class,
      BalanceAct.class,
      ReportAct.class,
      PullAct.class,
      TokenAct.class,
      PersonAct.class,
      LedgerAct.class,
      RetentionAct.class,
      StatusAct.class,
      BackupAct.class,
      RestoreAct.class
    })
public final class Acts {
  /** Everything asked for was done. */
  public static final int DONE = 0;

  /** Nothing could be done: no input could be read, the other side refused. */
  public static final int FAILED = 1;

  /** The arguments are wrong. */
  public static final int WRONG_USAGE = 2;

  /** The act left a server running: the program ends with it. */
  public static final int STILL_RUNNING = -1;

  private Acts() {}

  /** Runs one act. */
  public static int run(String... args) {
    return commandLine().execute(args);
  }

  /** The names of all acts. */
  public static List<String> names() {
    return List.copyOf(commandLine().getSubcommands().keySet());
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Acts());
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExitCodeExceptionMapper(
        failure -> failure instanceof ParameterException ? WRONG_USAGE : FAILED);
    line.setExecutionExceptionHandler((failure, command, result) -> {
      command.getErr().println("tenbin: " + Words.reason(failure));
      return FAILED;
    });
    // Monitoring programs have codes of their own.
    Optional.ofNullable(line.getSubcommands().get("status"))
        .ifPresent(status -> status.setExitCodeExceptionMapper(failure -> StatusAct.UNKNOWN));
    return line;
  }
}
