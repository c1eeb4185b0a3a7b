package tenbin.proof.routes.rtr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.proof.routes.daemons.Daemon;
import tenbin.proof.routes.daemons.Router;

/** Starts and asks the daemons of a test; ends exactly those. */
final class CacheDaemons {
  static final Path CACHE = Path.of("/usr/bin/stayrtr");
  static final Path CLIENT = Path.of("/usr/bin/rtrclient");
  private static final Path ROUTER = Path.of("/usr/lib/frr/bgpd");
  private static final Path SHELL = Path.of("/usr/bin/vtysh");

  /** "192.0.2.0, 24, 26, 64496"; numbers above 2^31 come with a sign. */
  private static final Pattern CSV = Pattern.compile("(\\S+), (\\d+), (\\d+), (-?\\d+)");

  /** "192.0.2.0 24 - 26 64496" */
  private static final Pattern TABLE = Pattern.compile("(\\S+)\\s+(\\d+) -\\s+(\\d+)\\s+(\\d+)");

  private static final long START_NANOS = 15_000_000_000L;

  private final Path folder;
  private final List<Daemon> running = new ArrayList<>();

  CacheDaemons(Path folder) {
    this.folder = folder;
  }

  /**
   * stayrtr, which looks at its file every second; what it says expires after ten minutes. It
   * listens when this returns.
   */
  Daemon cache(Path file, int port) throws IOException {
    Daemon cache = started(file, port);
    long end = System.nanoTime() + START_NANOS;
    while (!isListening(port)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("stayrtr does not listen on " + port + ": " + cache.log());
      }
      LockSupport.parkNanos(20_000_000);
    }
    return cache;
  }

  private static boolean isListening(int port) throws IOException {
    try (Socket probe = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return probe.isConnected();
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private Daemon started(Path file, int port) throws IOException {
    return start(
        "cache",
        CACHE.toString(),
        "-bind",
        "127.0.0.1:" + port,
        "-cache",
        file.toString(),
        "-checktime=false",
        "-refresh",
        "1",
        "-rtr.refresh",
        "300",
        "-rtr.retry",
        "300",
        "-rtr.expire",
        "600",
        "-metrics.addr",
        "127.0.0.1:" + Router.Ports.free());
  }

  /** FRR's bgpd with its RPKI module, where that is installed. */
  boolean router(int port) throws IOException {
    Optional<Path> module =
        List.of(
                Path.of("/usr/lib/x86_64-linux-gnu/frr/modules/bgpd_rpki.so"),
                Path.of("/usr/lib/aarch64-linux-gnu/frr/modules/bgpd_rpki.so"),
                Path.of("/usr/lib/frr/modules/bgpd_rpki.so"))
            .stream()
            .filter(Files::exists)
            .findFirst();
    if (module.isEmpty() || !Files.isExecutable(ROUTER) || !Files.isExecutable(SHELL)) {
      return false;
    }
    Path config = folder.resolve("bgpd.conf");
    Files.writeString(
        config,
        """
        rpki
         rpki polling_period 1
         rpki cache 127.0.0.1 %d preference 1
        exit
        router bgp 64499
         bgp router-id 127.0.0.1
        """
            .formatted(port));
    start(
        "bgpd",
        ROUTER.toString(),
        "-Z",
        "-S",
        "-n",
        "-p",
        "0",
        "-P",
        "0",
        "-f",
        config.toString(),
        "-i",
        folder.resolve("bgpd.pid").toString(),
        "--vty_socket",
        folder.toString(),
        "-M",
        "rpki");
    return true;
  }

  Set<String> ofRouter() throws IOException, InterruptedException {
    String[] command = {
      SHELL.toString(),
      "--vty_socket",
      folder.toString(),
      "-d",
      "bgpd",
      "-c",
      "show rpki prefix-table"
    };
    return read(ask(command), TABLE);
  }

  Set<String> ofClient(int port) throws IOException, InterruptedException {
    Path out = folder.resolve("rtrclient.csv");
    Files.deleteIfExists(out);
    String to = Integer.toString(port);
    ask(CLIENT.toString(), "-e", "-t", "csv", "-o", out.toString(), "tcp", "127.0.0.1", to);
    return Files.exists(out) ? read(Files.readString(out), CSV) : Set.of();
  }

  private static Set<String> read(String text, Pattern line) {
    Set<String> found = new TreeSet<>();
    Matcher each = line.matcher(text);
    while (each.find()) {
      long asn = Long.parseLong(each.group(4)) & 0xffff_ffffL;
      found.add(each.group(1) + "/" + each.group(2) + "-" + each.group(3) + " " + asn);
    }
    return found;
  }

  private Daemon start(String name, String... command) throws IOException {
    Daemon daemon = Daemon.start(folder.resolve(name + ".log"), command);
    running.add(daemon);
    return daemon;
  }

  /** What a command says within ten seconds. */
  private static String ask(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("asked", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return Files.readString(out, UTF_8);
    } finally {
      Files.deleteIfExists(out);
    }
  }

  /** Ends all of them. */
  void endAll() {
    running.forEach(Daemon::close);
  }
}
