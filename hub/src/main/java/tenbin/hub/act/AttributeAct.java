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
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.HostName;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.TableAttributor;
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

  @Option(names = "--at", paramLabel = "TIME", description = "for example 2026-03-24T15:00:00Z")
  private Instant at = Instant.now();

  @Override
  public Integer call() throws IOException {
    String yaml = circle.isPresent() ? Files.readString(circle.get()) : CircleFile.demo();
    Attributor attributor = new TableAttributor(CircleFile.read(yaml).orThrow(), Tables.NONE);
    PrintWriter out = spec.commandLine().getOut();
    boolean all = true;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String value = line.strip();
      if (!value.isEmpty()) {
        Optional<Attribution> answer = answer(attributor, value);
        out.println(value + "\t" + answer.map(AttributeAct::words).orElse("unreadable\t\t"));
        all &= answer.isPresent();
      }
    }
    out.flush();
    return all ? Acts.DONE : Acts.FAILED;
  }

  private Optional<Attribution> answer(Attributor attributor, String value) {
    Optional<Address> address = Address.tryParse(value);
    if (address.isPresent()) {
      return address.map(found -> attributor.attribute(found, at));
    }
    return HostName.tryParse(value).map(name -> attributor.attribute(name, at));
  }

  private static String words(Attribution answer) {
    return who(answer.responsible()) + "\t" + evidence(answer.evidence());
  }

  private static String who(Responsible responsible) {
    return switch (responsible) {
      case Responsible.OfMember of -> "member\t" + of.member();
      case Responsible.Outside outside ->
          "outside\tAS" + outside.asn() + " " + outside.country() + " " + outside.abuseContact();
      case Responsible.Disputed disputed ->
          "disputed\t"
              + disputed.claimants().stream().map(MemberId::text).collect(Collectors.joining(","));
      case Responsible.Unknown ignored -> "unknown\t";
    };
  }

  private static String evidence(Evidence evidence) {
    return switch (evidence) {
      case Evidence.ByClaim by ->
          "claim of "
              + by.claim().network()
              + " by "
              + by.claim().holder()
              + ", verified by "
              + by.claim().verifiedBy();
      case Evidence.ByOrigin by ->
          by.prefix() + " originated by AS" + by.origin() + ", " + by.source();
      case Evidence.ByRegistry by ->
          by.prefix()
              + " delegated by "
              + by.registry()
              + " to "
              + by.country()
              + ", "
              + by.source();
      case Evidence.None none -> none.reason();
    };
  }
}
