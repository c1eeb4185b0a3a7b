package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.hub.run.CircleChange;
import tenbin.nouns.member.Circle;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.CircleReading;
import tenbin.spine.roster.Conflict;
import tenbin.spine.roster.MemoryRoster;

/** Circle files: checked, shown, applied. */
@Command(
    name = "circle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "check|show|apply",
    description = "Checks, shows and applies circle files.")
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
    try (CircleChange change = CircleChange.on(where.folder("hub"), where.database())) {
      spec.commandLine().getOut().print(CircleFile.write(change.circle()));
      spec.commandLine().getOut().flush();
      return Acts.DONE;
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description =
          "Puts a circle file in place of the hub's circle. The hub is stopped meanwhile; a running"
              + " one takes it on its circle page.")
  int apply(@Parameters(paramLabel = "FILE") Path file, @Mixin DataOptions where)
      throws IOException {
    String yaml = Files.readString(file);
    Circle circle = CircleFile.read(yaml).orThrow();
    try (CircleChange change = CircleChange.on(where.folder("hub"), where.database())) {
      change.apply(circle, yaml);
      spec.commandLine().getErr().println("applied: " + summary(circle));
      return Acts.DONE;
    }
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
