package tenbin.proof.joining;

import java.io.File;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real name server (NSD) on loopback with zones of a test's own: the machine's, or Debian's
 * packages unpacked into the test's folder.
 */
final class NameServer implements AutoCloseable {
  private static final List<String> PACKAGES =
      List.of("nsd", "libfstrm0", "libprotobuf-c1", "libevent-2.1-7");

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_TURNS = 20;
  private static final int SHORT_MILLIS = 250;

  private final Program program;
  private final Path folder;
  private final int port;
  private Optional<Process> server = Optional.empty();

  /** One that serves nothing yet, with its port. */
  NameServer(Program program, Path folder) throws IOException {
    this.program = program;
    this.folder = folder;
    this.port = free();
  }

  /** An NSD that starts, with what it is started with. */
  record Program(Path binary, Map<String, String> surroundings) {}

  /** The machine's own NSD, or Debian's; empty, and said loudly, where neither can be had. */
  static Optional<Program> program(Path folder) throws IOException, InterruptedException {
    Optional<Path> own =
        Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/sbin"))
            .map(each -> Path.of(each, "nsd"))
            .filter(Files::isExecutable)
            .findFirst();
    if (own.isPresent()) {
      return Optional.of(new Program(own.get(), Map.of()));
    }
    List<String> fetch = new ArrayList<>(List.of("apt-get", "-q", "download"));
    fetch.addAll(PACKAGES);
    if (!run(folder, fetch)) {
      System.err.println("NO NAME SERVER HERE, and none to be had: proofs by DNS are NOT TESTED");
      return Optional.empty();
    }
    Path root = Files.createDirectories(folder.resolve("root"));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".deb")).toList()) {
        run(folder, List.of("dpkg", "-x", each.toString(), root.toString()));
      }
    }
    try (Stream<Path> libraries = Files.list(root.resolve("usr/lib"))) {
      String path =
          libraries
              .filter(each -> each.toString().endsWith("-linux-gnu"))
              .findFirst()
              .orElseThrow()
              .toString();
      return Optional.of(
          new Program(root.resolve("usr/sbin/nsd"), Map.of("LD_LIBRARY_PATH", path)));
    }
  }

  private static boolean run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("fetch.log").toFile())
              .start();
      return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  /** Serves zones, lines of records by the name of the zone, in the place of those before. */
  void serve(Map<String, List<String>> zones) throws IOException, InterruptedException {
    close();
    StringBuilder text =
        new StringBuilder(
            """
            server:
              ip-address: 127.0.0.1
              port: %d
              username: ""
              zonesdir: "%s"
              zonelistfile: "%s/zone.list"
              pidfile: ""
              xfrdfile: ""
              database: ""
              server-count: 1
            remote-control:
              control-enable: no
            """
                .formatted(port, folder, folder));
    int number = 0;
    for (Map.Entry<String, List<String>> zone : zones.entrySet()) {
      String file = "zone" + number++;
      text.append("zone:\n  name: ").append(zone.getKey());
      text.append("\n  zonefile: ").append(file).append('\n');
      Files.writeString(
          folder.resolve(file),
          "$TTL 60\n@ IN SOA ns.example. root.example. 1 60 60 60 60\n@ IN NS ns.example.\n"
              + String.join("\n", zone.getValue())
              + "\n");
    }
    Path config = Files.writeString(folder.resolve("nsd.conf"), text);
    ProcessBuilder start =
        new ProcessBuilder(program.binary.toString(), "-d", "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nsd.log").toFile());
    start.environment().putAll(program.surroundings);
    Process started = start.start();
    server = Optional.of(started);
    await(started);
  }

  /** A port that neither a datagram nor a stream has: a name server takes both. */
  private static int free() throws IOException {
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      OptionalInt port = both();
      if (port.isPresent()) {
        return port.getAsInt();
      }
    }
    throw new IOException("no port is free for datagrams and streams");
  }

  private static OptionalInt both() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (DatagramSocket datagrams = new DatagramSocket(0, here);
        ServerSocket streams = new ServerSocket(datagrams.getLocalPort(), 1, here)) {
      return OptionalInt.of(streams.getLocalPort());
    } catch (BindException taken) {
      return OptionalInt.empty();
    }
  }

  /** Asks for nothing until anything answers. */
  private void await(Process started) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    byte[] question = new byte[17];
    question[5] = 1;
    question[14] = 2;
    question[16] = 1;
    while (started.isAlive() && System.nanoTime() < end) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(SHORT_MILLIS);
        socket.send(new DatagramPacket(question, question.length));
        socket.receive(new DatagramPacket(new byte[512], 512));
        return;
      } catch (SocketTimeoutException | java.net.PortUnreachableException notYet) {
        Thread.onSpinWait();
      }
    }
    throw new IOException("no name server: " + Files.readString(folder.resolve("nsd.log")));
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** Ends the server and waits until its port is free. */
  @Override
  public void close() {
    server.ifPresent(each -> {
      each.destroy();
      each.onExit().join();
    });
    server = Optional.empty();
  }
}
