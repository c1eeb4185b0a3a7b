package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.spine.backup.Backup;
import tenbin.spine.backup.BackupKeys;
import tenbin.spine.backup.Manifest;
import tenbin.spine.storage.Database;

/** Writes a hub's whole state into one file, also beside a hub that runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes every table, the raw reports, the keys and the files of a hub into one file that"
            + " only its owner may read, also while the hub runs. Whoever has the file has"
            + " everything: seal it with --for before it leaves the machine.")
final class BackupAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Parameters(paramLabel = "FILE", description = "a new file")
  private Path file = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "FILE",
      description =
          "a public key (X25519, PEM: openssl genpkey -algorithm X25519); only its private key"
              + " opens the file")
  private Optional<Path> recipient = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Path to = file.toAbsolutePath().normalize();
    Optional<PublicKey> key =
        recipient.isPresent() ? Optional.of(BackupKeys.forWhom(recipient.get())) : Optional.empty();
    try (Database database = where.open()) {
      Manifest made = new Backup(where.folder("hub"), database, Clock.systemUTC()).write(to, key);
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          told(made)
              + "; "
              + ProgressBar.amount(Files.size(to))
              + (key.isPresent() ? " sealed in " : " in ")
              + to);
      out.flush();
      return Acts.DONE;
    }
  }

  /** What a backup holds, in a line. */
  static String told(Manifest manifest) {
    return manifest.tables().size()
        + " tables with "
        + manifest.rows()
        + " rows, "
        + manifest.files().size()
        + " files with "
        + ProgressBar.amount(manifest.bytes());
  }
}
