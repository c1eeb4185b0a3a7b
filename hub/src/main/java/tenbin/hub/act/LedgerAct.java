package tenbin.hub.act;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/** The ledger of what left. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "verify",
    description = "Checks the ledger of what left.")
final class LedgerAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Goes through the hash chain; 1 when a line was changed or removed.")
  int verify(@Mixin DataOptions where) throws IOException {
    try (Database database = where.open()) {
      Ledger ledger = new Ledger(where.folder("hub"), database, HubSecret.in(where.folder("hub")));
      Ledger.Verification found = ledger.verify();
      spec.commandLine()
          .getOut()
          .println(
              found.holds()
                  ? found.lines() + " lines, the chain holds"
                  : "broken at line " + found.broken() + ": " + found.why());
      return found.holds() ? Acts.DONE : Acts.FAILED;
    }
  }
}
