package tenbin.hub.act;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fetches one's own rows: everything behind a cursor, to standard output. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description =
        "Fetches your own rows from a hub, from where --cursor-file says on. No row twice, none"
            + " missing, across restarts of both sides.",
    footer = "Exit code: 0 when all there was has been fetched, 1 when not, 2 wrong usage.")
final class PullAct implements Callable<Integer> {
  /** Formats of one line a row: several batches may follow one another in one file. */
  private static final Set<String> OF_LINES = Set.of("json-lines", "intelmq-json");

  /** Formats that begin with a line of names, which is wanted once. */
  private static final Set<String> OF_TABLES = Set.of("nine-columns", "shadowserver-csv");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private HubOptions hub = new HubOptions();

  @Option(
      names = "--format",
      defaultValue = "json-lines",
      description = "json-lines (default), nine-columns, shadowserver-csv, intelmq-json, xarf-v4")
  private String format = "json-lines";

  @Option(names = "--after", paramLabel = "CURSOR", description = "the cursor to go on behind")
  private Optional<String> after = Optional.empty();

  @Option(
      names = "--cursor-file",
      paramLabel = "FILE",
      description = "remembers where to go on; written once the rows are out")
  private Optional<Path> cursorFile = Optional.empty();

  @Option(names = "--most", defaultValue = "10000", description = "rows a batch: 10000")
  private int most = 10_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    HubDoor door = hub.door();
    Optional<String> cursor = after.isPresent() ? after : remembered();
    boolean more = true;
    OutputStream out = System.out;
    for (int batch = 0; more; batch++) {
      HttpResponse<InputStream> answer = door.pull(format, cursor, most);
      try (InputStream in = new BufferedInputStream(answer.body())) {
        if (batch > 0 && OF_TABLES.contains(format)) {
          skipLine(in);
        }
        in.transferTo(out);
      }
      out.flush();
      cursor = answer.headers().firstValue("Tenbin-Cursor");
      remember(cursor);
      more = answer.headers().firstValue("Tenbin-More").filter("true"::equals).isPresent();
      if (more && !OF_LINES.contains(format) && !OF_TABLES.contains(format)) {
        spec.commandLine().getErr().println("more is there: call again with " + where(cursor));
        return Acts.DONE;
      }
    }
    if (cursorFile.isEmpty()) {
      cursor.ifPresent(text -> spec.commandLine().getErr().println("cursor " + text));
    }
    return Acts.DONE;
  }

  private Optional<String> remembered() throws IOException {
    if (cursorFile.isEmpty() || !Files.exists(cursorFile.get())) {
      return Optional.empty();
    }
    return Optional.of(Files.readString(cursorFile.get()).strip()).filter(text -> !text.isEmpty());
  }

  /** Beside the old one first, so that a crash leaves one of the two. */
  private void remember(Optional<String> cursor) throws IOException {
    if (cursorFile.isPresent() && cursor.isPresent()) {
      Path file = cursorFile.get().toAbsolutePath();
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, cursor.get() + "\n");
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private String where(Optional<String> cursor) {
    return cursorFile.map(file -> "--cursor-file " + file).orElse("--after " + cursor.orElse(""));
  }

  private static void skipLine(InputStream in) throws IOException {
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      // the line of names
    }
  }
}
