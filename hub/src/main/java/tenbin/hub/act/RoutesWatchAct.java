package tenbin.hub.act;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.desks.routes.watch.FileWatch;
import tenbin.desks.routes.watch.IncidentLines;
import tenbin.desks.routes.watch.Pace;
import tenbin.wire.mrt.Unpacked;

/** Watches routes as files tell them, as if they came now. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "Watches the routes of MRT files in their order and prints a JSON object a line: each notice"
            + " as it would have been told, then every incident as it stood at the end.",
    footer = "Exit code: 0 when every file could be read, 1 when one could not, 2 wrong usage.")
final class RoutesWatchAct implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--prefixes",
      required = true,
      paramLabel = "F",
      description =
          "what members declare: our own YAML or JSON, BGPalerter's prefixes.yml, ARTEMIS'"
              + " configuration")
  private Path prefixes = Path.of("");

  @Option(names = "--vrps", paramLabel = "F", description = "JSON of routinator or rpki-client")
  private Optional<Path> vrps = Optional.empty();

  @Option(names = "--irr", paramLabel = "F", description = "routing registries in RPSL")
  private List<Path> irr = List.of();

  @Option(names = "--as-rel", paramLabel = "F", description = "relations of ASes, CAIDA's form")
  private Optional<Path> relations = Optional.empty();

  @Option(names = "--lans", paramLabel = "F", description = "networks of exchanges, one a line")
  private Optional<Path> lans = Optional.empty();

  @Option(names = "--rib", paramLabel = "F", description = "table to begin with, MRT")
  private List<Path> ribs = List.of();

  @Option(
      names = "--most",
      defaultValue = "20",
      paramLabel = "N",
      description = "prefixes that a line names (${DEFAULT-VALUE}); all are counted")
  private int most;

  @Option(names = "--quiet", description = "no word on standard error")
  private boolean quiet;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "updates, MRT; - standard input")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    Writer out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), BUFFER);
    IncidentLines lines = new IncidentLines(out, most);
    FileWatch watch = new FileWatch(this::say, new SecureRandom().nextLong());
    boolean whole = references(watch);
    watch.begin(Pace.USUAL, lines);
    for (Path rib : ribs) {
      whole &= read(watch, rib.toString(), FileWatch.As.TABLE);
    }
    for (String file : files) {
      whole &= read(watch, file, FileWatch.As.UPDATES);
      out.flush();
    }
    watch.end();
    lines.end();
    out.flush();
    say(watch.toString());
    return whole ? Acts.DONE : Acts.FAILED;
  }

  private boolean references(FileWatch watch) throws IOException {
    boolean whole = tried(prefixes.toString(), () -> watch.prefixes(prefixes));
    whole &= optional(vrps, watch::vrps);
    whole &= optional(relations, watch::relations);
    whole &= optional(lans, watch::exchanges);
    whole &= tried(irr.toString(), () -> registries(watch));
    return whole;
  }

  private void registries(FileWatch watch) throws IOException {
    List<InputStream> databases = new ArrayList<>();
    try {
      for (Path each : irr) {
        databases.add(Files.newInputStream(each));
      }
      watch.irr(databases);
    } finally {
      for (InputStream each : databases) {
        each.close();
      }
    }
  }

  private interface Reading {
    void read(InputStream in) throws IOException;
  }

  private boolean optional(Optional<Path> file, Reading reading) {
    return file.isEmpty() || opened(file.get(), reading);
  }

  private boolean opened(Path file, Reading reading) {
    return tried(
        file.toString(),
        () -> {
          try (InputStream in = Unpacked.of(Files.newInputStream(file))) {
            reading.read(in);
          }
        });
  }

  private boolean read(FileWatch watch, String file, FileWatch.As as) {
    return file.equals("-")
        ? tried("standard input", () -> watch.read(Unpacked.of(System.in), as))
        : opened(Path.of(file), in -> watch.read(in, as));
  }

  private interface Deed {
    void run() throws IOException;
  }

  /** Whether it could be done; what could not be read is said, and the rest goes on. */
  private boolean tried(String what, Deed deed) {
    try {
      deed.run();
      return true;
    } catch (NoSuchFileException missing) {
      say(missing.getFile() + ": no such file");
    } catch (IOException broken) {
      say(what + ": " + broken.getMessage());
    }
    return false;
  }

  private void say(String word) {
    if (!quiet) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(word);
      err.flush();
    }
  }
}
