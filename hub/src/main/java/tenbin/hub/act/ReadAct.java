package tenbin.hub.act;

import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.wire.Format;
import tenbin.wire.Limits;
import tenbin.wire.Reading;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.standard.StandardFormats;

/** Reports in any known format to JSON lines; what was wrong with them to standard error. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads reports in any known format; prints one observation a line as JSON.",
    footer =
        "Exit code: 0 when at least one report could be read, 1 when none could, 2 wrong usage.")
final class ReadAct implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "reports; - is standard input")
  private List<String> files = List.of();

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "for plain CSV: the mapping of its columns")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--warnings", description = "tell every warning, not only how many")
  private boolean everyWarning;

  @Option(names = "--quiet", description = "no summary")
  private boolean quiet;

  private final Clock clock = Clock.systemUTC();

  @Override
  public Integer call() throws IOException {
    Reading reading = new Reading(StandardFormats.all(), clock);
    Optional<String> declared = declared();
    boolean any = false;
    OutputStream out = new BufferedOutputStream(System.out, BUFFER);
    try {
      for (String file : files) {
        any |= read(reading, file, declared, out);
      }
    } finally {
      out.flush();
    }
    return any ? Acts.DONE : Acts.FAILED;
  }

  private boolean read(Reading reading, String file, Optional<String> declared, OutputStream out)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ReadTally tally = new ReadTally(out, everyWarning ? err::println : line -> {});
    String outcome;
    boolean readable = true;
    try (InputStream in = open(file)) {
      Format format =
          reading.read(
              new Report(nameOf(file), in, clock.instant(), declared, Limits.USUAL), tally);
      outcome = format.name();
    } catch (Refused refused) {
      readable = tally.rows() > 0;
      outcome = "refused, " + ReadTally.line(refused.warning());
    } catch (NoSuchFileException | FileNotFoundException missing) {
      readable = false;
      outcome = "no such file";
    }
    if (!quiet || !readable) {
      err.println(file + ": " + outcome + (tally.isEmpty() ? "" : tally.summary()));
    }
    return readable;
  }

  private Optional<String> declared() throws IOException {
    return mapping.isPresent() ? Optional.of(Files.readString(mapping.get())) : Optional.empty();
  }

  private static InputStream open(String file) throws IOException {
    return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
  }

  private static String nameOf(String file) {
    Path name = Path.of(file).getFileName();
    return file.equals("-") || name == null ? "" : name.toString();
  }
}
