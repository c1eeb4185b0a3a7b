package tenbin.spine.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The real PostgreSQL server, run by this program for itself: fsync on, loopback only, a password
 * that only the hub's user can read. A small shell between the two holds a pipe to this process and
 * stops the server when the pipe ends, so kill -9 of this process leaves nothing behind. One thread
 * starts and closes it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String USER = "tenbin";

  /** A crash leaves at most max_wal_size to redo, which takes well below this on a slow disk. */
  private static final int START_SECONDS = 180;

  /** Until the shell has forked the server: milliseconds, seconds on a machine that swaps. */
  private static final int LAUNCH_SECONDS = 10;

  private static final int STOP_SECONDS = 60;
  private static final int TRIES = 5;
  private static final int PASSWORD_BYTES = 24;
  private static final long MOST_LOG_BYTES = 10L << 20;

  /** Ignores a terminal's Ctrl-C: the program ends first and the server after it. */
  private static final String KEEPER =
      "trap '' INT HUP TERM; "
          + "if command -v setsid >/dev/null; then setsid \"$@\" </dev/null & "
          + "else \"$@\" </dev/null & fi; "
          + "server=$!; while read -r line; do :; done; kill -INT $server; wait $server";

  private final Path data;
  private final Process keeper;
  private final int port;
  private final String password;

  private EmbeddedPostgres(Path data, Process keeper, int port, String password) {
    this.data = data;
    this.keeper = keeper;
    this.port = port;
    this.password = password;
  }

  /** Starts the server that lives in the folder; makes its database the first time. */
  public static EmbeddedPostgres start(Path folder) {
    try {
      Folders.passable(folder.toAbsolutePath());
      Path home = folder.toRealPath();
      Path programs = PostgresBinaries.of(home).resolve("bin");
      ServerUser user = ServerUser.toServe(home);
      String password = password(home.resolve("password"));
      Path data = home.resolve("server").resolve("data");
      create(data, programs, user, password);
      StaleServer.awaitGone(data);
      return start(data, programs, user, password);
    } catch (IOException failed) {
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, "no database in " + folder + ": " + failed, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StorageFailure(StorageFailure.Actor.RETRY, "interrupted while starting", stopped);
    }
  }

  private static EmbeddedPostgres start(Path data, Path programs, ServerUser user, String password)
      throws IOException, InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = freePort();
      Process keeper = launch(data, programs, user, port);
      EmbeddedPostgres server = new EmbeddedPostgres(data, keeper, port, password);
      if (server.awaitReady()) {
        return server;
      }
      server.close();
    }
    throw new StorageFailure(
        StorageFailure.Actor.OPERATOR, "the database does not start; see " + log(data));
  }

  private static Process launch(Path data, Path programs, ServerUser user, int port)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", KEEPER, "sh"));
    words.add(programs.resolve("postgres").toString());
    words.addAll(List.of("-D", data.toString()));
    ServerSettings.of(port).forEach(setting -> words.addAll(List.of("-c", setting)));
    return new ProcessBuilder(user.running(words))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
        .directory(Folders.of(data).toFile())
        .start();
  }

  /** Beside the server's own folder, so that the hub's user writes it; kept short. */
  private static Path log(Path data) {
    Path log = Folders.of(data).resolveSibling("server.log");
    if (log.toFile().length() > MOST_LOG_BYTES && !log.toFile().delete()) {
      throw new StorageFailure(StorageFailure.Actor.OPERATOR, "cannot remove " + log);
    }
    return log;
  }

  private static void create(Path data, Path programs, ServerUser user, String password)
      throws IOException, InterruptedException {
    if (Files.isDirectory(data)) {
      return;
    }
    Path server = Folders.secret(Folders.of(data));
    Folders.delete(server.resolve("new"));
    user.own(server);
    Path secret = server.resolve("first-password");
    Folders.write(secret, password.getBytes(StandardCharsets.UTF_8));
    user.own(secret);
    Process made =
        new ProcessBuilder(
                user.running(
                    List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + server.resolve("new"),
                        "--username=" + USER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-instructions",
                        "--data-checksums")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
            .directory(server.toFile())
            .start();
    made.getOutputStream().close();
    int code = made.waitFor();
    Files.deleteIfExists(secret);
    if (code != 0) {
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, "the database cannot be made; see " + log(data));
    }
    Files.move(server.resolve("new"), data, StandardCopyOption.ATOMIC_MOVE);
    Folders.flush(server);
  }

  private static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      Folders.write(file, HexFormat.of().formatHex(random).getBytes(StandardCharsets.UTF_8));
    }
    return Files.readString(file).trim();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean awaitReady() throws InterruptedException {
    long begin = System.nanoTime();
    boolean ran = false;
    while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(START_SECONDS)) {
      if (answers()) {
        return true;
      }
      boolean runs = keeper.children().findAny().isPresent();
      boolean late = System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(LAUNCH_SECONDS);
      if (keeper.waitFor(50, TimeUnit.MILLISECONDS) || !runs && (ran || late)) {
        return false;
      }
      ran |= runs;
    }
    return false;
  }

  /** SCRAM proves both sides; the folder proves that it is not another hub's server. */
  private boolean answers() {
    Properties login = new Properties();
    login.setProperty("user", USER);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "5");
    try (Connection connection = DriverManager.getConnection(url(), login);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      return row.next() && row.getString(1).equals(data.toString());
    } catch (SQLException notYet) {
      return false;
    }
  }

  /** Without user and password, for JDBC. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** Stops the server and waits for it. */
  @Override
  public void close() {
    try {
      keeper.getOutputStream().close();
      if (!keeper.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        keeper.descendants().forEach(ProcessHandle::destroyForcibly);
        keeper.destroyForcibly();
      }
    } catch (IOException failed) {
      throw new StorageFailure(StorageFailure.Actor.OPERATOR, "the database does not stop", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
