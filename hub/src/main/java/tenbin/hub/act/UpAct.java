package tenbin.hub.act;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;

/** Starts the hub. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the hub; Ctrl-C or SIGTERM stops it with its database.")
final class UpAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();
  @Mixin private ListenOptions listen = new ListenOptions();

  @Option(
      names = "--circle",
      paramLabel = "FILE",
      description = "the circle file to apply; without it the stored circle goes on")
  private Optional<Path> circle = Optional.empty();

  @Option(names = "--prepare", hidden = true, description = "starts, looks at itself, ends")
  private boolean prepare;

  @Override
  public Integer call() throws IOException, InterruptedException {
    HubStart how =
        new HubStart(
            where.folder("hub"),
            where.database(),
            circle,
            listen.host(),
            prepare ? 0 : listen.port(),
            false,
            listen.isSecure(),
            Clock.systemUTC());
    RunningHub hub = RunningHub.start(how);
    if (prepare) {
      Rehearsal.of(hub);
      return Acts.DONE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "closes the hub"));
    spec.commandLine().getErr().println("tenbin: the hub answers at " + hub.address());
    Rehearsal.mayBegin();
    return Acts.STILL_RUNNING;
  }
}
