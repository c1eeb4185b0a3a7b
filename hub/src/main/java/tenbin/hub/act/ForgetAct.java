package tenbin.hub.act;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenbin.nouns.consent.PartyId;
import tenbin.spine.ledger.Forgetting;
import tenbin.spine.storage.Database;

/** Makes what the ledger holds of a party unreadable. A running hub notices by itself. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description = {
      "Destroys the key under which the ledger keeps what it tells a party: for ever, also for the"
          + " hub. Chain, trees and heads still hold; files that the party kept still verify.",
      "Without --destroy it only says what would be unreadable. Backups that hold the database and"
          + " the hub's secret still open it."
    })
final class ForgetAct implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Parameters(paramLabel = "PARTY", description = "a member, a customer or another party")
  private String party = "";

  @Option(names = "--destroy", description = "do it; it cannot be undone")
  private boolean destroy;

  @Override
  public Integer call() throws IOException {
    try (Database database = where.open()) {
      Forgetting forgetting = new Forgetting(database);
      PartyId its = new PartyId(party);
      Optional<Long> leaves = forgetting.leaves(its);
      if (leaves.isEmpty()) {
        spec.commandLine().getErr().println("the ledger has nothing about " + party);
        return Acts.FAILED;
      }
      boolean done = destroy && forgetting.forget(its);
      spec.commandLine()
          .getOut()
          .println(
              leaves.get()
                  + " lines about "
                  + party
                  + (done
                      ? " are unreadable now"
                      : " would be unreadable for ever; --destroy does it"));
      return Acts.DONE;
    }
  }
}
