package tenbin.hub.act;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.hub.wiring.PostgresTokenBook;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.web.signin.Bound;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Token;
import tenbin.web.signin.Tokens;

/** Tokens for members' programs. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "create|list|revoke",
    description = "Makes, lists and revokes tokens with which a member's programs report and pull.")
final class TokenAct {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Prints a new token; it is shown once and never kept.")
  int create(
      @Parameters(paramLabel = "MEMBER", description = "the member's id in the circle file")
          String member,
      @Option(names = "--title", defaultValue = "command line", description = "what people call it")
          String title,
      @Option(
              names = "--scope",
              split = ",",
              defaultValue = "report,pull",
              description = "report,pull (the default); metrics for the secretariat's monitoring")
          List<String> scopes,
      @Option(names = "--days", defaultValue = "90", description = "how long it lives: 90 days")
          int days,
      @Option(
              names = "--certificate",
              paramLabel = "SHA256",
              description =
                  "of a client certificate: what is printed is shown once with it, and the"
                      + " certificate counts alone from then on")
          Optional<String> certificate,
      @Mixin DataOptions where)
      throws IOException {
    try (Database database = where.open()) {
      Tokens tokens = new Tokens(new PostgresTokenBook(database.dataSource()), Clock.systemUTC());
      Tokens.Minted minted =
          tokens.mint(
              new MemberId(member),
              title,
              scopes(scopes),
              Duration.ofDays(days),
              certificate.map(this::digest));
      spec.commandLine().getOut().println(minted.secret());
      spec.commandLine()
          .getErr()
          .println("token of " + member + ", good until " + minted.token().expiresAt());
      return Acts.DONE;
    }
  }

  private Digest digest(String typed) {
    return Bound.tryParse(typed)
        .orElseThrow(
            () -> new ParameterException(spec.commandLine(), "no SHA-256: \"" + typed + "\""));
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "Prints tokens, never their secrets: id, member, scopes, until, revoked, what people call"
              + " it.")
  int list(
      @Parameters(paramLabel = "MEMBER", arity = "0..1", description = "only this member's")
          Optional<String> member,
      @Mixin DataOptions where)
      throws IOException {
    try (Database database = where.open()) {
      return new Listing(spec, member)
          .print(
              new PostgresTokenBook(database.dataSource()).all(), Token::member, TokenAct::columns);
    }
  }

  private static List<String> columns(Token each) {
    return List.of(
        each.id().toString(),
        each.member().text(),
        each.scopes().stream().map(Scope::word).sorted().collect(Collectors.joining(",")),
        each.expiresAt().toString(),
        Listing.time(each.revokedAt()),
        each.title());
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Ends a token at once, also for a stream that is open.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "as list prints it") UUID id,
      @Mixin DataOptions where)
      throws IOException {
    try (Database database = where.open()) {
      PostgresTokenBook book = new PostgresTokenBook(database.dataSource());
      Instant now = Clock.systemUTC().instant();
      boolean revoked =
          book.all().stream()
              .filter(each -> each.id().equals(id))
              .anyMatch(each -> book.revoke(each.member(), id, now));
      spec.commandLine()
          .getErr()
          .println(revoked ? "revoked " + id : "no token of that id, or revoked before");
      return revoked ? Acts.DONE : Acts.FAILED;
    }
  }

  private Set<Scope> scopes(List<String> words) {
    EnumSet<Scope> all = EnumSet.noneOf(Scope.class);
    for (String word : words) {
      all.add(
          Scope.tryParse(word)
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(), "no such scope: " + word + "; report or pull")));
    }
    return all;
  }
}
