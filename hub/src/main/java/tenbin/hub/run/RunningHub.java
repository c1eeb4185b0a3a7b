package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tenbin.hub.wiring.HubConfig;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.HubServer;
import tenbin.hub.wiring.OutFormats;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.collect.Intake;

/** A hub that runs. One thread starts and closes it. */
public final class RunningHub implements AutoCloseable {
  private final Spine spine;
  private final HubServer server;

  private RunningHub(Spine spine, HubServer server) {
    this.spine = spine;
    this.server = server;
  }

  /** Starts a hub and returns once its pages answer. */
  public static RunningHub start(HubStart how) throws IOException {
    Files.createDirectories(how.data());
    DeskDoor desks = new DeskDoor(how);
    SpineConfig config =
        SpineConfig.of(how.data(), how.circle()).withClock(how.clock()).withFindings(desks);
    Spine spine =
        Spine.open(
            how.database().map(config::withDatabase).orElse(config), Knowledge.with(how.tables()));
    try {
      CaseBook book = CaseBook.in(spine.dataSource());
      desks.open(spine);
      return new RunningHub(spine, HubServer.start(config(how), parts(how, spine, book)));
    } catch (IOException | RuntimeException failed) {
      spine.close();
      throw failed;
    }
  }

  /** Where its pages are. */
  public String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  public int port() {
    return server.port();
  }

  /** For the demo, which brings reports in by itself. */
  public Intake intake() {
    return spine.intake();
  }

  /** Waits until every report acknowledged so far is read; false when it takes longer. */
  public boolean awaitCaughtUp(Duration most) throws InterruptedException {
    return spine.awaitCaughtUp(most);
  }

  @Override
  public void close() {
    server.close();
    spine.close();
  }

  private static HubConfig config(HubStart how) throws IOException {
    Path work = Files.createDirectories(how.data().resolve("work"));
    return new HubConfig(how.host(), how.port(), how.demo(), how.secure(), work);
  }

  private static HubParts parts(HubStart how, Spine spine, CaseBook cases) {
    return HubParts.of(spine, cases, how.clock(), OutFormats.of(spine.roster().circle()));
  }
}
