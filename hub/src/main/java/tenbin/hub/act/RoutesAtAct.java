package tenbin.hub.act;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.desks.routes.past.Asked;
import tenbin.desks.routes.past.PastAnswer;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.desks.routes.past.PastRoutes;
import tenbin.desks.routes.past.Scan;
import tenbin.wire.mrt.Unpacked;

/** Who had which route at a time, from what a hub kept or from recordings. */
@Command(
    name = "at",
    mixinStandardHelpOptions = true,
    description =
        "Who had which path to a prefix, or to an address, at a time, and what changed until"
            + " another; a JSON object a line: had, step, heard, hole, and end.",
    footer = {
      "FROM is the folder past/ of a hub's state, or folders and files of MRT in the order in which"
          + " they were recorded; - is standard input.",
      "Exit code: 0 when all could be read, 1 when something could not or is not kept any more, 2"
          + " wrong usage."
    })
final class RoutesAtAct implements Callable<Integer> {
  private static final String FEED = "files";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--time",
      required = true,
      paramLabel = "T",
      description = "UTC, 2026-03-24T10:00:00Z")
  private String time = "";

  @Option(names = "--until", paramLabel = "T", description = "with what changed up to this time")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--how",
      defaultValue = "exact",
      paramLabel = "HOW",
      description = "exact, inside or covering (${DEFAULT-VALUE}); of an address what covers it")
  private String how = "exact";

  @Parameters(index = "0", paramLabel = "PREFIX", description = "or an address")
  private String prefix = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FROM")
  private List<String> from = List.of();

  private boolean whole = true;

  @Override
  public Integer call() throws IOException {
    Instant at = instant(time);
    PastQuestion question = PastQuestion.at(asked(), at).until(until.map(this::instant).orElse(at));
    Optional<PastAnswer> answer = answer(question);
    if (answer.isEmpty()) {
      return Acts.FAILED;
    }
    PrintWriter out = spec.commandLine().getOut();
    new PastLines(out).write(answer.get());
    out.flush();
    return answer.get().kept() && whole ? Acts.DONE : Acts.FAILED;
  }

  private Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException wrong) {
      throw new ParameterException(
          spec.commandLine(), "a time is written 2026-03-24T10:00:00Z: " + text, wrong);
    }
  }

  private Asked asked() {
    try {
      Asked.How as = Asked.How.valueOf(how.toUpperCase(Locale.ROOT));
      return Asked.parse(prefix, as)
          .orElseThrow(() -> new IllegalArgumentException("no prefix and no address: " + prefix));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Optional<PastAnswer> answer(PastQuestion question) throws IOException {
    if (from.size() == 1 && PastRoutes.isThere(Path.of(from.getFirst()))) {
      return Optional.of(PastRoutes.read(Path.of(from.getFirst()), this::say).ask(question));
    }
    Scan scan = new Scan(question);
    ArchiveFeed feed = new ArchiveFeed(FEED, scan);
    boolean any = false;
    for (String each : from) {
      any |= read(each, feed);
    }
    if (feed.damaged() > 0) {
      say(feed.damaged() + " records could not be read");
    }
    whole &= any;
    return any ? Optional.of(scan.answer()) : Optional.empty();
  }

  private boolean read(String name, ArchiveFeed feed) throws IOException {
    Path path = Path.of(name);
    if (name.equals("-") || !Files.isDirectory(path)) {
      return one(name, feed);
    }
    boolean any = false;
    try (Stream<Path> files = Files.list(path)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        any |= one(each.toString(), feed);
      }
    }
    return any;
  }

  private boolean one(String file, ArchiveFeed feed) {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
        InputStream unpacked = Unpacked.of(in)) {
      feed.read(unpacked);
      return true;
    } catch (NoSuchFileException missing) {
      say(file + ": no such file");
    } catch (IOException broken) {
      say(file + ": broken off: " + broken.getMessage());
    }
    whole = false;
    return false;
  }

  private void say(String word) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(word);
    err.flush();
  }
}
