package tenbin.hub.act;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.CaseKeys;
import tenbin.spine.deliver.PseudonymKeys;
import tenbin.spine.storage.Database;

/** The keys of the names that stand for addresses. A running hub notices at once. */
@Command(
    name = "pseudonyms",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the keys of pseudonyms, with tabs between: member, made, destroyed.",
      "With --destroy the member's key is destroyed; what it is told next is under other names.",
      "Keys that the members of a case share stand behind: case, its id, made, destroyed;",
      "--destroy-case destroys one of them."
    })
final class PseudonymsAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Option(names = "--destroy", paramLabel = "MEMBER", description = "whose key to destroy")
  private Optional<String> destroy = Optional.empty();

  @Option(names = "--destroy-case", paramLabel = "CASE", description = "the case's key to destroy")
  private Optional<String> destroyCase = Optional.empty();

  @Override
  public Integer call() throws IOException {
    try (Database database = where.open()) {
      PseudonymKeys keys = new PseudonymKeys(database, Clock.systemUTC());
      CaseKeys cases = new CaseKeys(database, Clock.systemUTC());
      if (destroy.isPresent() || destroyCase.isPresent()) {
        boolean own = destroy.map(MemberId::new).map(keys::destroy).orElse(true);
        boolean was = destroyCase.map(cases::destroy).orElse(true) && own;
        spec.commandLine().getErr().println(was ? "destroyed" : "it has no key");
        return was ? Acts.DONE : Acts.FAILED;
      }
      for (PseudonymKeys.Line line : keys.history()) {
        String until = line.destroyedAt().map(Object::toString).orElse("in force");
        spec.commandLine()
            .getOut()
            .println(String.join("\t", line.recipient().text(), line.madeAt() + "", until));
      }
      for (CaseKeys.Line line : cases.history()) {
        String until =
            line.destroyedAt().map(Object::toString).orElse("in force until " + line.endsAt());
        spec.commandLine()
            .getOut()
            .println(String.join("\t", "case", line.caseId(), line.madeAt() + "", until));
      }
      return Acts.DONE;
    }
  }
}
