package tenbin.proof.joining;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A whois server (RFC 3912) on loopback with objects of a test's own. No registry's daemon is to be
 * had among Debian's packages, so this one speaks as RIPE's and IRRd's servers are documented to:
 * {@code -x} for exactly one prefix, {@code -T} for classes.
 */
final class RegistryServer implements AutoCloseable {
  private final ServerSocket door;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Said said = new Said("", Style.IRRD);

  private RegistryServer(ServerSocket door) {
    this.door = door;
  }

  /** How a server frames what it says. */
  enum Style {
    /** Remarks around, and the people of an object behind it. */
    RIPE,
    /** Objects alone. */
    IRRD,
    /** Refuses everybody. */
    BUSY,
    /** As IRRd, in the characters of older registries. */
    LATIN
  }

  private record Said(String objects, Style style) {}

  static RegistryServer start() {
    try {
      RegistryServer server =
          new RegistryServer(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().start(server::run);
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  String address() {
    return "127.0.0.1:" + door.getLocalPort();
  }

  /** Has objects, in the place of those before. */
  void serve(String objects) {
    serve(objects, Style.IRRD);
  }

  void serve(String objects, Style style) {
    said = new Said(objects, style);
  }

  /** The questions so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void run() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        String query =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        asked.add(query);
        Said now = said;
        byte[] told = answer(now, query).getBytes(now.style == Style.LATIN ? ISO_8859_1 : UTF_8);
        socket.getOutputStream().write(told);
      } catch (SocketException over) {
        return;
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  private static String answer(Said said, String query) {
    if (said.style == Style.BUSY) {
      return "%ERROR:201: access denied for 127.0.0.1\n";
    }
    List<String> all = Stream.of(said.objects.split("\n\\s*\n")).toList();
    List<String> found = new ArrayList<>(all.stream().filter(each -> is(each, query)).toList());
    if (said.style == Style.RIPE) {
      List<String> own = List.copyOf(found);
      all.stream()
          .filter(each -> own.stream().anyMatch(object -> names(object, each)))
          .forEach(found::add);
      return "% This is a database query service.\n\n"
          + (found.isEmpty()
              ? "%ERROR:101: no entries found\n%\n% No entries found in source TEST.\n"
              : String.join("\n\n", found))
          + "\n\n% This query was served by a test\n\n";
    }
    return found.isEmpty()
        ? "%  No entries found for the selected source(s).\n\n\n"
        : String.join("\n\n", found) + "\n\n\n";
  }

  private static boolean is(String object, String query) {
    String[] words = query.split(" ", -1);
    String type = object.substring(0, object.indexOf(':')).strip();
    if (words[0].equals("-x")) {
      return List.of("route", "route6", "inetnum", "inet6num").contains(type)
          && (key(object).equals(words[1]) || type.startsWith("inet"));
    }
    return List.of(words[1].split(",", -1)).contains(type)
        && (key(object).equalsIgnoreCase(words[2]) || handle(object).equalsIgnoreCase(words[2]));
  }

  private static boolean names(String object, String other) {
    return !handle(other).isEmpty()
        && object.toLowerCase(Locale.ROOT).contains(handle(other).toLowerCase(Locale.ROOT))
        && !object.equals(other);
  }

  private static String key(String object) {
    return object.lines().findFirst().orElseThrow().replaceFirst("^[^:]+:", "").strip();
  }

  private static String handle(String object) {
    return object
        .lines()
        .filter(each -> each.startsWith("nic-hdl:"))
        .map(each -> each.substring("nic-hdl:".length()).strip())
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
