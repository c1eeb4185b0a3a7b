package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.balance.ground.PolicySet;
import tenbin.spine.consent.ConsentRecord;
import tenbin.spine.odrl.OdrlExport;
import tenbin.spine.odrl.OdrlImport;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.policy.PolicySource;
import tenbin.spine.precedent.Judgement;
import tenbin.spine.precedent.PrecedentFile;
import tenbin.spine.precedent.PrecedentRun;
import tenbin.spine.precedent.Trial;
import tenbin.spine.precedent.WeighingText;

/** The balance by itself: cases checked, one decided, a proposed ground tried on what waits. */
@Command(
    name = "balance",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel =
        "check|policy|grounds|pseudonyms|decide|whatif|schema|pack|odrl|consents",
    subcommands = {PolicyAct.class, GroundsAct.class, PseudonymsAct.class},
    description = "Checks cases, decides one, tells what a proposed ground would release.")
final class BalanceAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Runs the case files of a folder; says which answers are not the expected ones, and why;"
              + " 1 when there is any.")
  int check(
      @Parameters(paramLabel = "DIR", description = "a folder of case files, or one file") Path dir,
      @Option(names = "--lang", paramLabel = "en|ja", defaultValue = "en") BalanceWords words)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrecedentRun run = PrecedentRun.of(dir);
    for (PrecedentRun.Tried tried : run.tried()) {
      words.failures(tried).forEach(out::println);
    }
    out.println(words.summary(run));
    return run.failures() == 0 && run.answers() > 0 ? Acts.DONE : Acts.FAILED;
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description =
          "Prints the answers of a case file as JSON, with reasons and what would open them; 1 when"
              + " its files are refused.")
  int decide(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    boolean all = true;
    for (Trial trial : new PrecedentFile().read(file).trials()) {
      spec.commandLine().getOut().println(WeighingText.json(Judgement.of(trial)));
      all &= trial.faults().isEmpty();
    }
    return all ? Acts.DONE : Acts.FAILED;
  }

  @Command(
      name = "whatif",
      mixinStandardHelpOptions = true,
      description = "Prints as JSON what a file's proposal would release of its backlog, to whom.")
  int whatIf(@Parameters(paramLabel = "FILE") Path file) throws IOException {
    spec.commandLine().getOut().println(WeighingText.json(new PrecedentFile().whatIf(file)));
    return Acts.DONE;
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON schema of policy files, or of case files.")
  int schema(@Option(names = "--cases", description = "of case files") boolean cases) {
    spec.commandLine().getOut().print(cases ? PrecedentFile.schema() : PolicyFile.schema());
    spec.commandLine().getOut().flush();
    return Acts.DONE;
  }

  @Command(
      name = "odrl",
      mixinStandardHelpOptions = true,
      description =
          "Prints policy files as ODRL 2.2, or an ODRL policy as the draft of a policy file; what"
              + " is left out or refused goes to standard error.")
  int odrl(
      @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files,
      @Option(names = "--import", description = "the file is ODRL") boolean imported)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (imported) {
      OdrlImport draft = OdrlImport.of(Files.readString(files.getFirst()));
      out.print(draft.yaml());
      draft.told().forEach(err::println);
    } else {
      OdrlExport export = OdrlExport.of(policy(files));
      out.println(export.json());
      export.lost().forEach(each -> err.println("left out: " + each));
    }
    out.flush();
    return Acts.DONE;
  }

  @Command(
      name = "consents",
      mixinStandardHelpOptions = true,
      description =
          "Prints the consents of policy files as records (ISO/IEC TS 27560, DPV), one JSON object"
              + " each; what a record lacks goes to standard error.")
  int consents(
      @Parameters(paramLabel = "FILE", arity = "1..*") List<Path> files,
      @Option(names = "--subject", paramLabel = "ID", description = "this subject's only")
          Optional<String> subject)
      throws IOException {
    for (ConsentRecord record : ConsentRecord.of(policy(files))) {
      if (subject.filter(id -> !id.equals(record.subject().text())).isEmpty()) {
        spec.commandLine().getOut().println(record.json());
        String lacking = String.join(", ", record.lacking());
        spec.commandLine().getErr().println(record.id() + " lacks: " + lacking);
      }
    }
    return Acts.DONE;
  }

  private static PolicySet policy(List<Path> files) throws IOException {
    List<PolicySource> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new PolicySource(file.toString(), Files.readString(file)));
    }
    return PolicyFile.read(List.of("core"), sources).orThrow();
  }

  @Command(
      name = "pack",
      mixinStandardHelpOptions = true,
      description = "Prints a law pack that comes with the program: core, jp, eu, us.")
  int pack(@Parameters(paramLabel = "NAME") String name) {
    spec.commandLine().getOut().print(PolicyFile.pack(name).text());
    spec.commandLine().getOut().flush();
    return Acts.DONE;
  }
}
