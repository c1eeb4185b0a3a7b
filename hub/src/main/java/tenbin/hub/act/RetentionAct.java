package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.hub.run.CircleChange;
import tenbin.nouns.member.Circle;
import tenbin.spine.retention.Removal;
import tenbin.spine.retention.RetentionRound;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.StoredRoster;
import tenbin.spine.storage.Database;

/** Removes what the circle keeps no longer, or tells what that is. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description =
        "Removes what the circle file's retention keeps no longer. A running hub does it by itself"
            + " every day; this is for a stopped one. --dry-run tells it of either.")
final class RetentionAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Option(names = "--dry-run", description = "only tell what would go")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    if (dryRun) {
      try (Database database = where.open()) {
        Optional<Circle> circle =
            StoredRoster.newest(database).map(yaml -> CircleFile.read(yaml).orThrow());
        RetentionRound round = new RetentionRound(where.folder("hub"), database, Clock.systemUTC());
        tell(round.overdue(circle), "would go");
      }
      return Acts.DONE;
    }
    try (CircleChange hub = CircleChange.on(where.folder("hub"), where.database())) {
      tell(hub.removeOverdue(), "went");
      return Acts.DONE;
    }
  }

  private void tell(List<Removal> removals, String verb) {
    PrintWriter out = spec.commandLine().getOut();
    for (Removal each : removals) {
      String what = each.what().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String bytes = each.bytes() > 0 ? ", " + ProgressBar.amount(each.bytes()) : "";
      out.println(
          what + " from before " + each.before() + ": " + each.things() + " " + verb + bytes);
    }
    out.flush();
  }
}
