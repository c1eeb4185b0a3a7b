package tenbin.hub.act;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import tenbin.spine.storage.Database;

/** Where a hub's state lies; the same two options for every act that touches it. */
final class DataOptions {
  /**
   * What somebody types who has no hub on this machine for half a second: a port answers or not.
   */
  private static final int ANSWER_MILLIS = 500;

  /** The lines of postmaster.pid (PostgreSQL, miscadmin.h): the fourth is the port. */
  private static final int LINE_OF_PORT = 3;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the hub's folder (default: data beside the launcher)")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--database",
      paramLabel = "URL",
      description = "a PostgreSQL of your own: postgresql://user@host/name")
  private Optional<String> database = Optional.empty();

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description =
          "a file that holds its password (default: TENBIN_DATABASE_PASSWORD of the environment),"
              + " so that no list of processes shows it")
  private Optional<Path> passwordFile = Optional.empty();

  /** The hub's folder, or this one below the installation's data. */
  Path folder(String below) {
    Path home = Path.of(System.getProperty("tenbin.home", ""));
    return data.orElseGet(() -> home.resolve("data").resolve(below)).toAbsolutePath().normalize();
  }

  /** The address of the operator's own database, with its password wherever that was told. */
  Optional<String> database() throws IOException {
    Optional<String> password = password();
    if (database.isPresent() && DatabaseUrl.tellsPassword(database.get())) {
      System.err.println(
          "tenbin: everybody on this machine can read the password in --database; use"
              + " --database-password-file or TENBIN_DATABASE_PASSWORD");
    }
    return database.map(
        url -> password.map(secret -> DatabaseUrl.withPassword(url, secret)).orElse(url));
  }

  private Optional<String> password() throws IOException {
    if (passwordFile.isPresent()) {
      return Optional.of(Files.readString(passwordFile.get()).strip());
    }
    return Optional.ofNullable(System.getenv("TENBIN_DATABASE_PASSWORD"))
        .filter(secret -> !secret.isEmpty());
  }

  /** The hub's database: that of the hub which runs on the folder, or its own for a moment. */
  Database open() throws IOException {
    Path folder = folder("hub");
    Optional<String> told = database();
    Optional<String> url = told.isPresent() ? told : running(folder.resolve("postgresql"));
    if (url.isPresent()) {
      return Database.open(url.get());
    }
    if (!Files.isDirectory(folder.resolve("postgresql"))) {
      throw new IOException("no hub has ever run on " + folder + "; say --data or --database");
    }
    return Database.embedded(folder.resolve("postgresql"));
  }

  private static Optional<String> running(Path postgresql) throws IOException {
    Path pid = postgresql.resolve("server").resolve("data").resolve("postmaster.pid");
    Path password = postgresql.resolve("password");
    if (!Files.isReadable(pid) || !Files.isReadable(password)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pid);
    if (lines.size() <= LINE_OF_PORT
        || !answers(Integer.parseInt(lines.get(LINE_OF_PORT).trim()))) {
      return Optional.empty();
    }
    String secret = URLEncoder.encode(Files.readString(password).strip(), StandardCharsets.UTF_8);
    return Optional.of(
        "jdbc:postgresql://127.0.0.1:"
            + lines.get(LINE_OF_PORT).trim()
            + "/postgres?user=tenbin&password="
            + secret);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }
}
