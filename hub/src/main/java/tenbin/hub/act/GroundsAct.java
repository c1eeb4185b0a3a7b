package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.LoneStand;
import tenbin.spine.ground.StoredGrounds;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.StoredRoster;
import tenbin.spine.storage.Database;

/** The grounds of a hub: listed, their history shown, ended. A running hub notices at once. */
@Command(
    name = "grounds",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "list|history|adopt|withdraw",
    description = "Lists a hub's grounds and what was recorded of them; adopts and withdraws.")
final class GroundsAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Who does it, and on what paper. */
  static final class ByOptions {
    @Option(names = "--member", paramLabel = "ID", required = true, description = "in whose name")
    private String member = "";

    @Option(names = "--evidence", required = true, description = "where the paper lies")
    private String evidence = "";

    Entry.By by() {
      String user = System.getProperty("user.name", "");
      return new Entry.By(new MemberId(member), "command line of " + user);
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "What is in force, with tabs between: id, kind, state, from, until, of whom.")
  int list(@Mixin DataOptions where) throws IOException {
    try (Database database = where.open()) {
      When now = When.asKnownThen(Clock.systemUTC().instant());
      for (Basis basis : book(database).inForce().bases()) {
        spec.commandLine().getOut().println(line(basis, now));
      }
      return Acts.DONE;
    }
  }

  @Command(
      name = "history",
      mixinStandardHelpOptions = true,
      description = "Everything that was recorded, the oldest first, with tabs between.")
  int history(@Mixin DataOptions where) throws IOException {
    try (Database database = where.open()) {
      PrintWriter out = spec.commandLine().getOut();
      for (Entry each : book(database).history()) {
        out.println(
            String.join(
                "\t",
                each.recordedAt().toString(),
                each.from().toString(),
                each.by().member().text(),
                each.by().person(),
                each.deed().getClass().getSimpleName(),
                each.deed().about(),
                each.evidence()));
      }
      return Acts.DONE;
    }
  }

  @Command(
      name = "adopt",
      mixinStandardHelpOptions = true,
      description = "Records that a member adopted a model clause, from now on.")
  int adopt(
      @Parameters(paramLabel = "CLAUSE") String clause,
      @Mixin ByOptions who,
      @Mixin DataOptions where)
      throws IOException {
    MemberId member = who.by().member();
    return record(new Deed.Adopted(clause, member.party(), Optional.empty()), who, where);
  }

  @Command(
      name = "withdraw",
      mixinStandardHelpOptions = true,
      description =
          "Ends a ground from now on; with --adoption only the member's own adoption of a clause.")
  int withdraw(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--adoption", description = "the member's adoption only") boolean adoption,
      @Mixin ByOptions who,
      @Mixin DataOptions where)
      throws IOException {
    MemberId member = who.by().member();
    return record(adoption ? new Deed.Left(id, member.party()) : new Deed.Ended(id), who, where);
  }

  private int record(Deed deed, ByOptions who, DataOptions where) throws IOException {
    try (Database database = where.open()) {
      Instant now = Clock.systemUTC().instant();
      book(database).record(who.by(), List.of(deed), now, who.evidence);
      spec.commandLine().getErr().println("recorded; a running hub goes by it within a second");
      return Acts.DONE;
    }
  }

  private static StoredGrounds book(Database database) throws IOException {
    String yaml =
        StoredRoster.newest(database).orElseThrow(() -> new IOException("there is no circle yet"));
    Circle circle = CircleFile.read(yaml).orThrow();
    return new StoredGrounds(database, Clock.systemUTC(), Optional.empty(), new LoneStand(circle));
  }

  private static String line(Basis basis, When now) {
    Term term = basis.term();
    Instant from = term.spans().getFirst().from();
    Instant to = term.spans().stream().map(Span::to).max(Instant::compareTo).orElse(from);
    String until = to.equals(Instant.MAX) ? "open" : to.toString();
    return String.join(
        "\t",
        basis.id(),
        basis.kind().word(),
        term.phase(now).name(),
        from.equals(Instant.MIN) ? "always" : from.toString(),
        term.reviewBy().map(review -> "review by " + review).orElse(until),
        of(basis, now));
  }

  private static String of(Basis basis, When now) {
    return switch (basis.grant()) {
      case Grant.Consent consent -> consent.subject() + " " + consent.stateAt(now).word();
      case Grant.Adopted adopted ->
          String.join(
              ",",
              adopted.adoptions().all().keySet().stream()
                  .filter(party -> adopted.isAdoptedBy(party, now))
                  .map(Object::toString)
                  .sorted()
                  .toList());
      case Grant.GeneralTerms terms -> "all but " + terms.register();
      case Grant.Standing ignored -> basis.proof().evidence();
    };
  }
}
