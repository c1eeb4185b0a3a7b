package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.spine.backup.BackupKeys;
import tenbin.spine.backup.Restore;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.LedgerCheck;
import tenbin.spine.storage.Database;

/** A hub out of its backup, in a folder where none is. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Makes a hub out of a backup, in an empty folder and an empty database; compares every"
            + " file and every table and verifies the ledger.")
final class RestoreAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Parameters(paramLabel = "FILE", description = "what backup wrote")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the private key (X25519, PEM) that opens a sealed backup")
  private Optional<Path> key = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Path data = where.folder("hub");
    PrintWriter out = spec.commandLine().getOut();
    try (Restore restore = open(data)) {
      restore.files(data);
      try (Database database = database(data)) {
        restore.tables(database);
        out.println(
            BackupAct.told(restore.manifest())
                + ", of "
                + restore.manifest().made()
                + ": all compared");
        Ledger.Verification ledger = LedgerCheck.of(data, database).verify();
        out.println(
            ledger.holds()
                ? "ledger: " + ledger.lines() + " lines, the chain and the trees hold"
                : "ledger: broken at line " + ledger.broken() + ": " + ledger.why());
        out.flush();
        return ledger.holds() ? Acts.DONE : Acts.FAILED;
      }
    }
  }

  private Restore open(Path data) throws IOException {
    return key.isPresent() ? Restore.of(file, BackupKeys.opens(key.get()), data) : Restore.of(file);
  }

  private Database database(Path data) throws IOException {
    return where
        .database()
        .map(Database::open)
        .orElseGet(() -> Database.embedded(data.resolve("postgresql")));
  }
}
