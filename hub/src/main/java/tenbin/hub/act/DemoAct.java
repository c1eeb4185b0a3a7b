package tenbin.hub.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoDay;
import tenbin.hub.demo.DemoLoad;
import tenbin.hub.run.DemoRoutes;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.member.Circle;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/** Starts a hub of a made-up circle with yesterday's reports in it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Shows a made-up circle: seven operators, a secretariat and an observer, with a day of"
            + " reports in the formats of the field. On loopback only; look as whom you like.")
final class DemoAct implements Callable<Integer> {
  private static final String HOST = "127.0.0.1";

  /** Well above what the day takes; the page can be used meanwhile. */
  private static final Duration READING = Duration.ofMinutes(3);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Option(names = "--port", defaultValue = "8080", description = "port: 8080; 0 takes a free one")
  private int port = 8080;

  @Option(names = "--seed", defaultValue = "" + DemoDay.USUAL_SEED, description = "of the day")
  private long seed = DemoDay.USUAL_SEED;

  @Option(names = "--prepare", hidden = true, description = "starts, looks at itself, ends")
  private boolean prepare;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = where.folder("demo");
    DemoClock clock = new DemoClock(Clock.systemUTC());
    RunningHub hub = RunningHub.start(how(data, clock));
    if (prepare) {
      Rehearsal.of(hub);
      return Acts.DONE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "closes the hub"));
    say("the demo answers at " + hub.address() + "  (Ctrl-C stops it)");
    hub.organisation(clock).tell();
    DemoRoutes.into(hub.routes(), clock.instant());
    load(hub, data, clock);
    Rehearsal.mayBegin();
    return Acts.STILL_RUNNING;
  }

  private HubStart how(Path data, DemoClock clock) throws IOException {
    Path circle = Files.createDirectories(data).resolve("circle.yaml");
    Files.writeString(circle, CircleFile.demo());
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve(PolicyFile.demo().name()), PolicyFile.demo().text());
    return new HubStart(
            data,
            where.database(),
            Optional.of(circle),
            HOST,
            prepare ? 0 : port,
            true,
            false,
            clock)
        .withTables(TableFiles.demo())
        .withPolicy(Optional.of(policy))
        .withRoutes(DemoRoutes.SETTINGS);
  }

  /** Once a day; the reports of days before stay. */
  private void load(RunningHub hub, Path data, DemoClock clock)
      throws IOException, InterruptedException {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    Path loaded = data.resolve("day-" + day + "-" + seed);
    if (Files.exists(loaded)) {
      return;
    }
    long began = System.nanoTime();
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    DemoLoad.into(
        hub.intake(), DemoDay.of(circle, day, seed), clock, () -> hub.awaitCaughtUp(READING));
    if (hub.awaitCaughtUp(READING)) {
      Files.createFile(loaded);
      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
      say("the reports of " + day + " are in, after " + seconds + " s");
    }
  }

  private void say(String words) {
    spec.commandLine().getErr().println("tenbin: " + words);
  }
}
