package tenbin.hub.act;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.wire.mrt.DumpLines;
import tenbin.wire.mrt.MrtReader;
import tenbin.wire.mrt.MrtSink;
import tenbin.wire.mrt.MrtTally;
import tenbin.wire.mrt.RouteLines;
import tenbin.wire.mrt.Unpacked;

/** What collectors and routers recorded of routes. */
@Command(
    name = "routes",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RoutesWatchAct.class,
      RoutesAtAct.class,
      RoutesGenerateAct.class,
      RoutesImportAct.class
    },
    description = "Routes as collectors and routers record them.")
final class RoutesAct {
  private static final int BUFFER = 1 << 16;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Reads files to lines. */
  @Command(
      name = "read",
      mixinStandardHelpOptions = true,
      description =
          "Reads MRT files (RFC 6396, 8050), plain or packed with gzip, bzip2, xz or zstd; prints"
              + " every route announced, withdrawn or in a table, and every change of state, one a"
              + " line.",
      footer =
          "Exit code: 0 when at least one file could be read, 1 when none could, 2 wrong usage.")
  int read(
      @Parameters(paramLabel = "FILE", arity = "1..*", description = "- is standard input")
          List<String> files,
      @Option(names = "--bgpdump", description = "the line of bgpdump -m in place of a JSON object")
          boolean dump,
      @Option(names = "--quiet", description = "no summary, no word of damaged records")
          boolean quiet)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    boolean any = false;
    Writer out =
        new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), BUFFER);
    for (String file : files) {
      MrtSink lines = dump ? new DumpLines(out) : new RouteLines(out);
      MrtTally tally = new MrtTally(lines, word -> tell(err, quiet, file + ": " + word));
      String outcome = read(file, tally);
      any |= tally.isAny();
      tell(err, quiet, file + ": " + tally + outcome);
    }
    out.flush();
    err.flush();
    return any ? Acts.DONE : Acts.FAILED;
  }

  private static void tell(PrintWriter err, boolean quiet, String word) {
    if (!quiet) {
      err.println(word);
    }
  }

  /** What came in between, "" for nothing: what was read before it stays. */
  private static String read(String file, MrtTally tally) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        InputStream unpacked = Unpacked.of(in)) {
      new MrtReader(unpacked, tally).read();
      return "";
    } catch (java.nio.file.NoSuchFileException missing) {
      return "; no such file";
    } catch (IOException broken) {
      return "; broken off: " + broken.getMessage();
    }
  }
}
