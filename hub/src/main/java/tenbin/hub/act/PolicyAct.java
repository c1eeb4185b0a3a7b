package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.balance.ground.PolicySet;
import tenbin.nouns.member.Circle;
import tenbin.spine.ground.GroundRefused;
import tenbin.spine.ground.Laid;
import tenbin.spine.policy.PolicyFolder;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.StoredRoster;
import tenbin.spine.storage.Database;

/** A folder of policy files, tried as a hub would take it. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description =
        "Tries a folder of policy files beside a circle as a hub would take it: every fault with its"
            + " file, line and key; 1 when there is any. Changes nothing.")
final class PolicyAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Parameters(paramLabel = "DIR", description = "the folder")
  private Path folder = Path.of("");

  @Option(
      names = "--circle",
      paramLabel = "FILE",
      description = "a circle file (default: the circle that the hub has stored)")
  private Optional<Path> file = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Laid laid = new Laid(new PolicyFolder(folder).sources(), List.of());
    PrintWriter out = spec.commandLine().getOut();
    try {
      PolicySet set = laid.under(circle()).grounds();
      out.println(
          set.bases().size()
              + " bases, "
              + set.forbids().size()
              + " forbids, "
              + set.parties().size()
              + " parties; a hub would take it");
      return Acts.DONE;
    } catch (GroundRefused refused) {
      refused.faults().forEach(out::println);
      return Acts.FAILED;
    }
  }

  private Circle circle() throws IOException {
    if (file.isPresent()) {
      return CircleFile.read(Files.readString(file.get())).orThrow();
    }
    try (Database database = where.open()) {
      return CircleFile.read(
              StoredRoster.newest(database)
                  .orElseThrow(() -> new IOException("there is no circle yet")))
          .orThrow();
    }
  }
}
