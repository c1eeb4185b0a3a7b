package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tenbin.hub.wiring.HubConfig;
import tenbin.hub.wiring.HubParts;
import tenbin.hub.wiring.HubServer;

/**
 * One side of a pair: a real server with all its filters, under which one world after another is
 * played. The two sides live through the same requests of the recipient's.
 */
final class Hub implements AutoCloseable {
  private final Path folder;
  private final Databases databases;
  private final StepClock clock = new StepClock(java.time.Instant.EPOCH);
  private final Letterbox letters;
  final Receiver receiver;
  private Optional<HubServer> server = Optional.empty();
  private Optional<Playing> playing = Optional.empty();
  private String database = "";
  private int worlds;
  private int looks;
  private volatile Optional<HubParts> parts = Optional.empty();

  Hub(Path folder, Databases databases, Receiver receiver, Letterbox letters) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.databases = databases;
    this.receiver = receiver;
    this.letters = letters;
  }

  /** Plays a world in place of the one before. */
  Playing play(World world) throws IOException, SQLException, InterruptedException {
    shut();
    database = databases.make();
    Path home = folder.resolve("world" + ++worlds);
    String url = databases.url(database);
    Playing next = new Playing(world, home, url, clock, receiver, letters.open());
    playing = Optional.of(next);
    parts = Optional.of(next.parts());
    if (server.isEmpty()) {
      Path work = Files.createDirectories(folder.resolve("work"));
      HubConfig config = new HubConfig(HubConfig.LOOPBACK, 0, false, false, Optional.empty(), work);
      server = Optional.of(HubServer.start(config, Swapped.over(() -> parts.orElseThrow(), clock)));
    }
    receiver.take();
    next.play(port());
    return next;
  }

  /** From now on the server sees the world's parts through this. */
  void seeThrough(UnaryOperator<HubParts> glass) {
    parts = Optional.of(glass.apply(playing.orElseThrow().parts()));
  }

  /** The number of the next look: both sides count alike. */
  int nextLook() {
    return ++looks;
  }

  Playing playing() {
    return playing.orElseThrow();
  }

  int port() {
    return server.orElseThrow().port();
  }

  private void shut() throws SQLException {
    if (playing.isPresent()) {
      playing.get().close();
      playing = Optional.empty();
      databases.drop(database);
    }
  }

  @Override
  public void close() {
    server.ifPresent(HubServer::close);
    playing.ifPresent(Playing::close);
  }
}
