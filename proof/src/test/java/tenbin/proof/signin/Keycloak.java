package tenbin.proof.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A Keycloak of the test's own, on loopback, with one realm, one client and two people. */
final class Keycloak implements AutoCloseable {
  static final String VERSION = "26.5.0";
  static final String SECRET = "the hub's secret at the provider";
  static final String PASSWORD = "a password at the provider";

  /** Runs what it is told and ends it when whoever started this is gone, however that went. */
  private static final String WATCHED =
      "exec 3<&0; \"$@\" </dev/null 3<&- & own=$!;"
          + " { read -r nothing; kill -9 $own; } <&3 >/dev/null 2>&1 & wait $own";

  private final Process process;
  private final int port;

  /** Starts it and returns when it answers. */
  Keycloak(Path zip, Path folder, int port, String hub) throws IOException {
    this.port = port;
    Path home = unpacked(zip, folder).resolve("keycloak-" + VERSION);
    Path realm = Files.createDirectories(home.resolve("data/import")).resolve("circle.json");
    Files.writeString(realm, realm(hub));
    ProcessBuilder start =
        new ProcessBuilder(
            "sh",
            "-c",
            WATCHED,
            "watched",
            "sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--import-realm");
    start.environment().put("JAVA_HOME", System.getProperty("java.home"));
    start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    start.redirectErrorStream(true);
    process = start.start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    await(said);
    Thread.ofVirtual().start(() -> drain(said));
  }

  static Path zip() {
    Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Path repository = Path.of(System.getProperty("maven.repo.local", home.toString()));
    return repository.resolve(
        "org/keycloak/keycloak-quarkus-dist/%1$s/keycloak-quarkus-dist-%1$s.zip"
            .formatted(VERSION));
  }

  private void await(BufferedReader said) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains("Listening on:")) {
        return;
      }
    }
    close();
    throw new IOException("Keycloak did not start:\n" + all);
  }

  private static void drain(BufferedReader said) {
    try (said) {
      while (said.readLine() != null) {
        // Nobody reads it, and a full pipe would stop the process.
      }
    } catch (IOException ended) {
      // It was stopped.
    }
  }

  private static Path unpacked(Path zip, Path folder) throws IOException {
    try (ZipFile all = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = all.entries();
      while (entries.hasMoreElements()) {
        ZipEntry each = entries.nextElement();
        Path to = folder.resolve(each.getName()).normalize();
        if (!to.startsWith(folder)) {
          throw new IOException("leads out: " + each.getName());
        }
        if (each.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.resolveSibling("."));
          try (InputStream in = all.getInputStream(each)) {
            Files.copy(in, to);
          }
        }
      }
    }
    return folder;
  }

  private static String realm(String hub) {
    return """
    {"realm": "circle", "enabled": true, "sslRequired": "none",
     "clients": [{"clientId": "tenbin", "secret": "%1$s", "publicClient": false,
       "standardFlowEnabled": true, "redirectUris": ["%2$ssign-in/provider/kc/back"],
       "attributes": {"pkce.code.challenge.method": "S256",
         "post.logout.redirect.uris": "%2$ssign-in"}}],
     "users": [%3$s, %4$s]}\
    """
        .formatted(SECRET, hub, person("aoi"), person("mallory"));
  }

  private static String person(String name) {
    return """
    {"username": "%1$s", "enabled": true, "email": "%1$s@example.org", "emailVerified": true,
     "firstName": "%1$s", "lastName": "Example",
     "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}\
    """
        .formatted(name, PASSWORD);
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + port + "/realms/circle");
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }
}
