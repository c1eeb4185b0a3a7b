package tenbin.hub.act;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.desks.routes.declare.file.DeclarationText;
import tenbin.desks.routes.declare.file.Form;
import tenbin.desks.routes.propose.Difference;
import tenbin.desks.routes.propose.OwnRoutes;
import tenbin.desks.routes.propose.Proposal;
import tenbin.desks.routes.propose.Proposer;
import tenbin.desks.routes.propose.Registered;
import tenbin.desks.routes.registry.RegistryFiles;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.wire.Refused;
import tenbin.wire.mrt.MrtReader;
import tenbin.wire.mrt.MrtSink;
import tenbin.wire.mrt.MrtTally;
import tenbin.wire.mrt.Unpacked;

/** A first declaration, or what would change of one. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Proposes what a member could declare, with the evidence beside each line, or what would"
            + " change of what it declared; writes no file without --write.",
    footer =
        "Exit code: 0 when a proposal was made and, with --against, changes nothing; 1 when"
            + " nothing is known of the ASes or a file cannot be read; 2 wrong usage; 3 when"
            + " --against has changes.")
final class RoutesGenerateAct implements Callable<Integer> {
  private static final int CHANGES = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-a", "--asn"},
      paramLabel = "AS",
      split = ",",
      required = true,
      description = "the member's AS numbers")
  private List<String> asns = List.of();

  @Option(names = "--rib", paramLabel = "FILE", description = "a routing table as MRT")
  private List<Path> ribs = List.of();

  @Option(names = "--vrps", paramLabel = "FILE", description = "JSON of a validator")
  private Optional<Path> vrps = Optional.empty();

  @Option(names = "--irr", paramLabel = "FILE", description = "a database of route objects (RPSL)")
  private Optional<Path> irr = Optional.empty();

  @Option(names = "--as-rel", paramLabel = "FILE", description = "relations as CAIDA writes them")
  private Optional<Path> relations = Optional.empty();

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "the member's id (default: asNUMBER)")
  private Optional<String> member = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "what is declared: prints what would change, in place of the proposal")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description =
          "a new file to put the proposal, or all that is declared with its changes, into")
  private Optional<Path> write = Optional.empty();

  @Override
  public Integer call() throws IOException {
    try {
      Proposal proposal = proposal(numbers());
      if (proposal.isEmpty()) {
        spec.commandLine().getErr().println("nothing is known of " + String.join(", ", asns));
        return Acts.FAILED;
      }
      return against.isPresent() ? compare(proposal, against.get()) : print(proposal);
    } catch (NoSuchFileException missing) {
      return failed(missing.getMessage() + ": no such file");
    } catch (FileAlreadyExistsException there) {
      return failed(there.getMessage() + ": is there already, and nothing is written over");
    } catch (Refused refused) {
      return failed(String.valueOf(refused.getMessage()));
    }
  }

  private int failed(String why) {
    spec.commandLine().getErr().println(why);
    return Acts.FAILED;
  }

  private Set<Asn> numbers() {
    Set<Asn> numbers = new TreeSet<>();
    for (String each : asns) {
      Optional<Asn> number = Asn.tryParse(each.strip());
      if (number.isEmpty() || !number.get().isPresent()) {
        throw new ParameterException(spec.commandLine(), "not an AS number: \"" + each + "\"");
      }
      numbers.add(number.get());
    }
    return numbers;
  }

  private MemberId member(Set<Asn> numbers) {
    try {
      return new MemberId(member.orElse("as" + numbers.iterator().next()));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private Proposal proposal(Set<Asn> numbers) throws IOException, Refused {
    MemberId id = member(numbers);
    Registered registered = registered(numbers);
    OwnRoutes own = new OwnRoutes(numbers);
    tables(own);
    Proposer proposer = new Proposer(id, numbers, own, registered);
    tables(proposer.others());
    return proposer.proposal();
  }

  private void tables(MrtSink sink) throws IOException {
    for (Path each : ribs) {
      MrtTally tally = new MrtTally(sink, word -> {});
      try (InputStream in = Files.newInputStream(each)) {
        new MrtReader(Unpacked.of(in), tally).read();
      }
      spec.commandLine().getErr().println(each + ": " + tally);
    }
  }

  private Registered registered(Set<Asn> numbers) throws IOException, Refused {
    AtomicLong damaged = new AtomicLong();
    RegistryFiles files = new RegistryFiles(warning -> damaged.incrementAndGet());
    Registered registered = new Registered(numbers);
    if (vrps.isPresent()) {
      try (InputStream in = Files.newInputStream(vrps.get())) {
        registered.vrps(files.rpki(in).vrps());
      }
    }
    if (irr.isPresent()) {
      try (InputStream in = Files.newInputStream(irr.get())) {
        registered.irr(in);
      }
    }
    if (relations.isPresent()) {
      try (InputStream in = Files.newInputStream(relations.get())) {
        registered.relations(files.relations(in));
      }
    }
    long left = damaged.get() + registered.damaged();
    if (left > 0) {
      spec.commandLine().getErr().println(left + " registered objects could not be read");
    }
    return registered;
  }

  private int print(Proposal proposal) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(proposal.text());
    out.flush();
    write(proposal.text());
    return Acts.DONE;
  }

  private void write(String text) throws IOException {
    if (write.isPresent()) {
      Files.writeString(write.get(), text, StandardOpenOption.CREATE_NEW);
    }
  }

  private int compare(Proposal proposal, Path file) throws IOException {
    Declaration proposed = proposal.declaration();
    DeclarationFile declared = DeclarationFile.read(file, proposed.member());
    declared.faults().forEach(spec.commandLine().getErr()::println);
    if (declared.form() == Form.UNKNOWN) {
      return Acts.FAILED;
    }
    List<Declaration> all = new ArrayList<>(declared.declarations());
    int at = index(all, proposed);
    Declaration before = at < 0 ? nothing(proposed) : all.get(at);
    Difference difference = new Difference(before, proposal);
    PrintWriter out = spec.commandLine().getOut();
    difference.changes().forEach(out::println);
    proposal.open().forEach(each -> out.println("? " + each.what() + "  # " + each.why()));
    out.flush();
    all.removeIf(each -> each.equals(before));
    all.add(at < 0 ? all.size() : at, difference.accepted());
    write(DeclarationText.of(all));
    return difference.changes().isEmpty() ? Acts.DONE : CHANGES;
  }

  /** The same member's, else one of the same ASes. */
  private static int index(List<Declaration> all, Declaration proposed) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).member().equals(proposed.member())) {
        return i;
      }
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).asns().stream().anyMatch(proposed.asns()::contains)) {
        return i;
      }
    }
    return -1;
  }

  private static Declaration nothing(Declaration proposed) {
    return new Declaration(
        proposed.member(), Set.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of());
  }
}
