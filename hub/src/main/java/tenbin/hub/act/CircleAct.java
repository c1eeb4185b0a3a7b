package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.hub.run.CircleChange;
import tenbin.nouns.member.Circle;
import tenbin.spine.ground.LoneStand;
import tenbin.spine.ground.StoredGrounds;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.CircleReading;
import tenbin.spine.roster.Conflict;
import tenbin.spine.roster.MemoryRoster;
import tenbin.spine.roster.StoredRoster;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.StorageFailure;

/** Circle files: checked, shown, applied. */
@Command(
    name = "circle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "check|show|apply|schema",
    description = "Checks, shows and applies circle files; prints their schema.")
final class CircleAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Tells every fault with its line and reason, and every network that two members claim at"
              + " once; 1 when there is any.")
  int check(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    CircleReading reading = CircleFile.read(Files.readString(file));
    PrintWriter out = spec.commandLine().getOut();
    reading.faults().forEach(fault -> out.println(file + ": " + fault));
    List<Conflict> conflicts =
        reading.circle().map(MemoryRoster::new).map(MemoryRoster::conflicts).orElse(List.of());
    conflicts.forEach(conflict -> out.println(file + ": " + words(conflict)));
    reading.circle().ifPresent(circle -> spec.commandLine().getErr().println(summary(circle)));
    return reading.faults().isEmpty() && conflicts.isEmpty() ? Acts.DONE : Acts.FAILED;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the hub's circle as a circle file.")
  int show(@Mixin DataOptions where) throws IOException {
    try (Database database = where.open()) {
      String yaml =
          StoredRoster.newest(database)
              .orElseThrow(() -> new IOException("there is no circle yet"));
      spec.commandLine().getOut().print(CircleFile.write(CircleFile.read(yaml).orThrow()));
      spec.commandLine().getOut().flush();
      return Acts.DONE;
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description =
          "Puts a circle file in place of the hub's circle; a running hub takes it within seconds.")
  int apply(@Parameters(paramLabel = "FILE") Path file, @Mixin DataOptions where)
      throws IOException {
    String yaml = Files.readString(file);
    Circle circle = CircleFile.read(yaml).orThrow();
    try (CircleChange change = CircleChange.on(where.folder("hub"), where.database())) {
      change.apply(circle, yaml);
      spec.commandLine().getErr().println("applied: " + summary(circle));
      return Acts.DONE;
    } catch (StorageFailure runs) {
      if (runs.actor() != StorageFailure.Actor.OPERATOR) {
        throw runs;
      }
    }
    try (Database database = where.open()) {
      tryBesideGrounds(database, circle);
      StoredRoster.put(database, Clock.systemUTC(), circle, yaml);
      spec.commandLine().getErr().println("handed to the running hub: " + summary(circle));
      return Acts.DONE;
    }
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON schema (draft 2020-12) of circle files, for editors.")
  int schema() {
    spec.commandLine().getOut().print(CircleFile.schema());
    spec.commandLine().getOut().flush();
    return Acts.DONE;
  }

  /** A circle with which the hub's grounds would be no policy is refused before it is stored. */
  private static void tryBesideGrounds(Database database, Circle circle) {
    new StoredGrounds(database, Clock.systemUTC(), Optional.empty(), new LoneStand(circle));
  }

  private static String words(Conflict conflict) {
    return "conflict: "
        + conflict.one().network()
        + " of "
        + conflict.one().holder()
        + " and "
        + conflict.other().network()
        + " of "
        + conflict.other().holder();
  }

  private static String summary(Circle circle) {
    Optional<String> secretariat = circle.secretariat().map(member -> member.id().text());
    return circle.name()
        + ": "
        + circle.members().size()
        + " parties, "
        + circle.claims().size()
        + " claims, "
        + circle.agreements().size()
        + " agreements, run by "
        + secretariat.orElse("nobody");
  }
}
