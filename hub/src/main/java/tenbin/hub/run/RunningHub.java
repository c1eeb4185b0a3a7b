package tenbin.hub.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tenbin.hub.wiring.HubConfig;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.HubServer;
import tenbin.hub.wiring.OutFormats;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.SpineConfig;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.collect.Intake;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.wire.Writer;

/** A hub that runs. One thread starts and closes it. */
public final class RunningHub implements AutoCloseable {
  private final Spine spine;
  private final Doors doors;
  private final HubServer server;

  private RunningHub(Spine spine, Doors doors, HubServer server) {
    this.spine = spine;
    this.doors = doors;
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
      List<Writer> writers = OutFormats.of(spine.roster().circle());
      Doors doors = Doors.of(spine, DoorsConfig.webhooksOnly(how.clock()), writers, answer -> {});
      HubParts parts = HubParts.of(spine, doors, book, how.clock(), writers);
      RunningHub hub = new RunningHub(spine, doors, HubServer.start(config(how), parts));
      doors.start();
      return hub;
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
    doors.close();
    spine.close();
  }

  private static HubConfig config(HubStart how) throws IOException {
    Path work = Files.createDirectories(how.data().resolve("work"));
    return new HubConfig(how.host(), how.port(), how.demo(), how.secure(), work);
  }
}
