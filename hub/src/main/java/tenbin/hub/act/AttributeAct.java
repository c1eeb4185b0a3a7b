package tenbin.hub.act;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.hub.run.TableShelf;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.attribute.Tables;
import tenbin.spine.roster.CircleFile;

/** Whose network: addresses and names from standard input, one a line. */
@Command(
    name = "attribute",
    mixinStandardHelpOptions = true,
    description =
        "Reads addresses and names from standard input, one a line; prints whose network each was"
            + " at a time, and how that is known: value, answer, who, evidence, separated by tabs.",
    footer = "Exit code: 0 when every line could be read, 1 when not, 2 wrong usage.")
final class AttributeAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--circle",
      paramLabel = "FILE",
      description = "the circle file (default: the demo's circle)")
  private Optional<Path> circle = Optional.empty();

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description =
          "tables of networks (pfx2as, delegated, registry databases) in a folder (default: the"
              + " demo's beside the demo's circle, else none)")
  private Optional<Path> tables = Optional.empty();

  @Option(names = "--json", description = "a JSON object a line in place of tabs")
  private boolean json;

  @Option(names = "--at", paramLabel = "TIME", description = "for example 2026-03-24T15:00:00Z")
  private Instant at = Instant.now();

  @Override
  public Integer call() throws IOException {
    String yaml = circle.isPresent() ? Files.readString(circle.get()) : CircleFile.demo();
    Attributor attributor = new TableAttributor(CircleFile.read(yaml).orThrow(), tables());
    PrintWriter out = spec.commandLine().getOut();
    boolean all = true;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String value = line.strip();
      if (!value.isEmpty()) {
        Optional<Attribution> answer = answer(attributor, value);
        out.println(json ? AttributedLine.json(value, answer) : AttributedLine.tabs(value, answer));
        all &= answer.isPresent();
      }
    }
    out.flush();
    return all ? Acts.DONE : Acts.FAILED;
  }

  private Tables tables() throws IOException {
    if (tables.isPresent()) {
      TableShelf shelf = TableShelf.open(tables.get(), java.time.InstantSource.system());
      shelf.files().forEach(file -> spec.commandLine().getErr().println(Words.of(file)));
      return shelf.tables();
    }
    return circle.isPresent() ? Tables.NONE : TableFiles.demo();
  }

  private Optional<Attribution> answer(Attributor attributor, String value) {
    Optional<Address> address = Address.tryParse(value);
    if (address.isPresent()) {
      return address.map(found -> attributor.attribute(found, at));
    }
    return HostName.tryParse(value).map(name -> attributor.attribute(name, at));
  }
}
