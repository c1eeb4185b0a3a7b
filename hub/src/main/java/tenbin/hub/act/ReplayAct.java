package tenbin.hub.act;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenbin.balance.Outlet;
import tenbin.balance.Policy;
import tenbin.balance.Replay;
import tenbin.balance.Request;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ground.PastPolicies;
import tenbin.spine.ledger.StoredQuestions;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.StoredRoster;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/** Decides past decisions again out of the ledger and says whether the answers are the same. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Decides past decisions again, as known then, and compares the answers bit by bit; 1 when"
            + " one differs.")
final class ReplayAct implements Callable<Integer> {
  private static final int CHUNK = 1_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOptions where = new DataOptions();

  @Option(names = "--as-of-now", description = "by today's policy and what is on record today")
  private boolean asOfNow;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "1000",
      description = "the newest N lines of the ledger (default: ${DEFAULT-VALUE})")
  private int last;

  private long questions;
  private long equal;

  @Override
  public Integer call() throws IOException {
    try (Database database = where.open()) {
      Replay replay = replay(database);
      StoredQuestions stored = new StoredQuestions(database, HubSecret.in(where.folder("hub")));
      long before = Long.MAX_VALUE;
      for (int left = last; left > 0; left -= CHUNK) {
        List<StoredQuestions.Decided> lines = stored.before(before, Math.min(left, CHUNK));
        if (lines.isEmpty()) {
          break;
        }
        lines.forEach(line -> compare(replay, line));
        before = lines.getLast().seq();
      }
    }
    out().println(equal + " of " + questions + " decisions have the same answer again");
    return equal == questions ? Acts.DONE : Acts.FAILED;
  }

  private Replay replay(Database database) {
    PastPolicies past =
        new PastPolicies(
            database, version -> StoredRoster.version(database, version).map(ReplayAct::circle));
    if (asOfNow) {
      Circle circle =
          StoredRoster.newest(database).map(ReplayAct::circle).orElseThrow(ReplayAct::noCircle);
      Policy today = past.today(circle);
      return Replay.asOfNow(today, Clock.systemUTC().instant());
    }
    return Replay.asKnownThen(past::of);
  }

  private static Circle circle(String yaml) {
    return CircleFile.read(yaml).orThrow();
  }

  private static IllegalStateException noCircle() {
    return new IllegalStateException("the hub has no circle yet");
  }

  private void compare(Replay replay, StoredQuestions.Decided line) {
    if (line.questions().isEmpty()) {
      out().println("line " + line.seq() + ": its key was destroyed");
      return;
    }
    Request request =
        new Request(
            new MemberId(line.recipient()),
            Purpose.tryParse(line.purpose()).orElseThrow(),
            Outlet.valueOf(line.outlet()),
            java.time.Instant.EPOCH);
    for (Replay.Again each : replay.decide(request, line.questions().get())) {
      questions++;
      equal += each.isEqual() ? 1 : 0;
      if (!each.isEqual()) {
        out().println("line " + line.seq() + ": " + each.question());
        out().println("  then  " + each.then());
        out().println("  again " + each.again().orElse("its policy is not on record"));
      }
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
