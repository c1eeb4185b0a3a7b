package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.report.Digest;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.LedgerCheck;
import tenbin.spine.ledger.SigningKey;
import tenbin.spine.ledger.StoredProofs;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.Examiner;
import tenbin.spine.ledger.evidence.LedgerKey;
import tenbin.spine.ledger.evidence.StatementText;
import tenbin.spine.ledger.evidence.Verdict;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/** The ledger of what left. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "verify|key|statement|consistency|replay|forget",
    subcommands = {ReplayAct.class, ForgetAct.class},
    description = "Checks the ledger of what left, or a receipt, statement or proof out of it.")
final class LedgerAct {
  /** A receipt has 5 KB, a statement of 10,000 entries 5 MB. */
  private static final long MOST_BYTES = 64L << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Without FILE: goes through the hub's whole ledger: chain, trees, heads. With FILE and"
              + " --key: checks a receipt, a statement or a proof of consistency, without a hub. 1"
              + " when something was changed or removed.")
  int verify(
      @Mixin DataOptions where,
      @Parameters(paramLabel = "FILE", arity = "0..1", description = "a file out of a ledger")
          Optional<Path> file,
      @Option(
              names = "--key",
              paramLabel = "PUBKEY",
              description = "the ledger's public key, or a file that holds it")
          Optional<String> key,
      @Option(
              names = "--bytes",
              paramLabel = "FILE",
              description = "what was received: whether it is what the receipt is for")
          Optional<Path> bytes,
      @Option(names = "--lang", paramLabel = "en|ja", defaultValue = "en")
          StatementText.Language language)
      throws IOException {
    if (file.isEmpty()) {
      return hub(where);
    }
    LedgerKey told =
        key(key.orElseThrow(() -> wrong("--key is missing: \"tenbin ledger key\" prints it")));
    Examiner examiner = new Examiner(told);
    byte[] evidence = read(file.get());
    Verdict verdict =
        bytes.isPresent()
            ? examiner.examine(evidence, digest(bytes.get()))
            : examiner.examine(evidence);
    boolean japanese = language == StatementText.Language.JA;
    out().println(japanese ? verdict.japanese() : verdict.english());
    return verdict.holds() ? Acts.DONE : Acts.FAILED;
  }

  private int hub(DataOptions where) throws IOException {
    try (Database database = where.open()) {
      Ledger.Verification found = LedgerCheck.of(where.folder("hub"), database).verify();
      out()
          .println(
              found.holds()
                  ? found.lines() + " lines, the chain and the trees hold"
                  : "broken at line " + found.broken() + ": " + found.why());
      return found.holds() ? Acts.DONE : Acts.FAILED;
    }
  }

  private LedgerKey key(String told) throws IOException {
    Path file = Path.of(told);
    String text = Files.isRegularFile(file) ? Files.readString(file).strip() : told;
    return LedgerKey.tryParse(text).orElseThrow(() -> wrong("no ledger's public key: " + told));
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(file + " is larger than any file out of a ledger");
    }
    return Files.readAllBytes(file);
  }

  private static Digest digest(Path file) throws IOException {
    var running = Digest.start();
    try (var in = Files.newInputStream(file);
        var through = new java.security.DigestInputStream(in, running)) {
      through.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Digest.finish(running);
  }

  @Command(
      name = "key",
      mixinStandardHelpOptions = true,
      description = "Prints the ledger's public key: give it to everybody, by another way too.")
  int key(@Mixin DataOptions where) throws IOException {
    out().println(signing(where).told());
    return Acts.DONE;
  }

  private static SigningKey signing(DataOptions where) throws IOException {
    return SigningKey.tryIn(where.folder("hub"))
        .orElseThrow(() -> new IOException("the hub has no key yet: it makes one when it starts"));
  }

  @Command(
      name = "statement",
      mixinStandardHelpOptions = true,
      description =
          "Prints a party's disclosure statement: what left about it and to it, when, for what, on"
              + " which basis, and nothing about anybody else.")
  int statement(
      @Mixin DataOptions where,
      @Parameters(paramLabel = "SUBJECT", description = "a member or another party") String subject,
      @Option(names = "--from", paramLabel = "TIME", description = "from then on (ISO 8601)")
          Optional<Instant> from,
      @Option(names = "--to", paramLabel = "TIME", description = "before then")
          Optional<Instant> to,
      @Option(
              names = "--as",
              paramLabel = "json|text|html",
              defaultValue = "json",
              description = "json proves itself, the others are for people")
          Form form,
      @Option(names = "--lang", paramLabel = "en|ja", defaultValue = "en")
          StatementText.Language language)
      throws IOException {
    try (Database database = where.open()) {
      SigningKey key = signing(where);
      Optional<Evidence.Statement> found =
          StoredProofs.beside(database, HubSecret.in(where.folder("hub")), key)
              .statement(
                  new PartyId(subject), from.orElse(Instant.EPOCH), to.orElse(END_OF_TIMESTAMPS));
      if (found.isEmpty()) {
        throw new IOException("nothing left about " + subject + " then, as the newest head has it");
      }
      out().print(form.text(found.get(), new StatementText(found.get(), key.told(), language)));
      out().flush();
      return Acts.DONE;
    }
  }

  /** Later than any line; PostgreSQL's own end is 294,276. */
  private static final Instant END_OF_TIMESTAMPS = Instant.parse("9999-12-31T00:00:00Z");

  /** What a statement is written as. */
  enum Form {
    JSON,
    TEXT,
    HTML;

    String text(Evidence.Statement statement, StatementText text) {
      return switch (this) {
        case JSON -> new String(statement.bytes(), StandardCharsets.UTF_8);
        case TEXT -> text.text();
        case HTML -> text.html();
      };
    }
  }

  @Command(
      name = "consistency",
      mixinStandardHelpOptions = true,
      description = "Prints the proof that the ledger only grew since it had so many heads.")
  int consistency(@Mixin DataOptions where, @Parameters(paramLabel = "HEADS") long heads)
      throws IOException {
    try (Database database = where.open()) {
      Evidence.Consistency found =
          StoredProofs.beside(database, HubSecret.in(where.folder("hub")), signing(where))
              .consistency(heads)
              .orElseThrow(() -> new IOException("the ledger never had " + heads + " heads"));
      out().print(new String(found.bytes(), StandardCharsets.UTF_8));
      out().flush();
      return Acts.DONE;
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
