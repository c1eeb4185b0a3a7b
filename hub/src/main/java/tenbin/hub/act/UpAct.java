package tenbin.hub.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.MailFile;
import tenbin.hub.run.RouteFile;
import tenbin.hub.run.RouteSettings;
import tenbin.hub.run.RunningHub;
import tenbin.hub.run.TableShelf;
import tenbin.spine.attribute.Tables;
import tenbin.spine.doors.HubMail;

/** Starts the hub. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the hub; Ctrl-C or SIGTERM stops it with its database.")
final class UpAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();
  @Mixin private ListenOptions listen = new ListenOptions();
  @Mixin private EntranceOptions entrances = new EntranceOptions();
  @Mixin private LookupOptions lookups = new LookupOptions();

  @Option(
      names = "--circle",
      paramLabel = "FILE",
      description = "the circle file to apply; without it the stored circle goes on")
  private Optional<Path> circle = Optional.empty();

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description =
          "tables of networks (pfx2as, delegated, registry databases; default: tables in the hub's"
              + " folder)")
  private Optional<Path> tables = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "DIR",
      description =
          "policy files to lay beside the circle, looked at again and again; without it the stored"
              + " ones go on")
  private Optional<Path> policy = Optional.empty();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "a watched folder with one folder a member: reports put there are taken in")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--mail",
      paramLabel = "FILE",
      description = "how the hub sends and receives mail (docs/operations/mail.md)")
  private Optional<Path> mail = Optional.empty();

  @Option(
      names = "--routes",
      paramLabel = "FILE",
      description = "feeds of routes, and the working group for them (docs/desks/routes.md)")
  private Optional<Path> routes = Optional.empty();

  @Option(
      names = "--zone",
      defaultValue = "Asia/Tokyo",
      description = "in which the circle sets deadlines: Asia/Tokyo")
  private ZoneId zone = HubStart.USUAL_ZONE;

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
    RunningHub hub =
        RunningHub.start(
            how.withZone(zone)
                .withTables(tables())
                .withPolicy(policy)
                .withDoors(folder, mail())
                .withRoutes(routes())
                .withHome(listen.home())
                .withEntrances(entrances.read(listen.host(), listen.home()))
                .withLookups(lookups.read()));
    if (prepare) {
      Rehearsal.of(hub);
      return Acts.DONE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "closes the hub"));
    say("the hub answers at " + hub.address());
    if (hub.machinesPort() > 0) {
      say("programs with certificates at port " + hub.machinesPort());
    }
    Rehearsal.mayBegin();
    return Acts.STILL_RUNNING;
  }

  private RouteSettings routes() throws IOException {
    return routes.isPresent() ? RouteFile.read(routes.get()) : RouteSettings.NONE;
  }

  private Optional<HubMail> mail() throws IOException {
    return mail.isPresent() ? Optional.of(MailFile.read(mail.get())) : Optional.empty();
  }

  private TableShelf tables() throws IOException {
    Path usual = where.folder("hub").resolve("tables");
    if (tables.isEmpty() && !Files.isDirectory(usual)) {
      return TableShelf.empty(Tables.NONE);
    }
    TableShelf shelf = TableShelf.open(tables.orElse(usual), Clock.systemUTC());
    shelf.files().forEach(file -> say("table " + Words.of(file)));
    return shelf;
  }

  private void say(String words) {
    spec.commandLine().getErr().println("tenbin: " + words);
  }
}
