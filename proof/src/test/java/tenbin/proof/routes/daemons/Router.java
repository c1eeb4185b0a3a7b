package tenbin.proof.routes.daemons;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** A daemon that routes, with one table of its own that a test changes. */
public interface Router extends AutoCloseable {
  /** What a test may need of it, to be looked for before it starts. */
  List<String> binaries();

  String name();

  /** Leaves a test out, aloud, where it is not installed. */
  default void assumeHere() {
    List<String> missing =
        binaries().stream().filter(each -> !Files.isExecutable(Path.of(each))).toList();
    if (!missing.isEmpty()) {
      System.err.println("SKIPPED: " + name() + " is not tried, for want of " + missing);
    }
    assumeTrue(missing.isEmpty(), () -> name() + " is not installed: " + missing);
  }

  /** The address from which it dials, and its AS: the last octet is in both. */
  int number();

  default String address() {
    return "127.0.0." + number();
  }

  default long asn() {
    return 64_500L + number();
  }

  /** Starts it with a table: prefix to communities "64502:1 64502:2:3", of two or three numbers. */
  void start(Path folder, Ports ports, Map<String, String> table) throws IOException;

  void announce(String prefix, String communities);

  void withdraw(String prefix);

  /** What it itself says that it tells us, as {@link Heard#table} writes it. */
  Map<String, String> told();

  /** What it says of itself, for a message of a test that failed. */
  String diagnosis();

  /** Ends it as a crash does. */
  @Override
  void close();

  /** Where we listen. */
  record Ports(int bgp, int bmp) {
    private static final int FIRST = 20_000;
    private static final int BEHIND = 30_000;

    /**
     * One that nobody has, and that nobody gets who only dials: systems give those numbers from
     * 32768 on.
     */
    public static int free() throws IOException {
      OptionalInt found = OptionalInt.empty();
      while (found.isEmpty()) {
        found = taken(ThreadLocalRandom.current().nextInt(FIRST, BEHIND));
      }
      return found.getAsInt();
    }

    private static OptionalInt taken(int port) throws IOException {
      try (ServerSocket one = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        return OptionalInt.of(one.getLocalPort());
      } catch (BindException anothers) {
        return OptionalInt.empty();
      }
    }
  }
}
