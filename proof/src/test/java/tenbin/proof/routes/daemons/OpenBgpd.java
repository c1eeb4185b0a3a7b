package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** OpenBGPD with networks of its own. */
public final class OpenBgpd implements Router {
  private Path folder = Path.of(".");
  private @Nullable Daemon daemon;

  @Override
  public List<String> binaries() {
    return List.of("/usr/sbin/bgpd", "/usr/sbin/bgpctl", "/run/openbgpd");
  }

  @Override
  public String name() {
    return "openbgpd";
  }

  @Override
  public int number() {
    return 5;
  }

  @Override
  public void start(Path in, Ports ports, Map<String, String> table) throws IOException {
    folder = in;
    StringBuilder networks = new StringBuilder();
    table.forEach((prefix, communities) ->
        networks
            .append("network ")
            .append(prefix)
            .append(" set {")
            .append(set(communities))
            .append(" }\n"));
    String text =
        """
        AS 64505
        router-id 10.0.0.5
        fib-update no
        socket "%s"
        listen on 127.0.0.5 port 11795
        %s
        allow to any
        allow from any
        neighbor 127.0.0.1 {
          remote-as 64500
          local-address 127.0.0.5
          port %d
          multihop 2
          announce IPv4 unicast
          announce IPv6 unicast
        }
        """
            .formatted(folder.resolve("ctl"), networks, ports.bgp());
    Path file = folder.resolve("bgpd.conf");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    daemon = Daemon.start(folder, "/usr/sbin/bgpd", "-d", "-f", file.toString());
  }

  private static String set(String communities) {
    StringBuilder text = new StringBuilder();
    for (String each : communities.split(" ", -1)) {
      boolean large = each.chars().filter(c -> c == ':').count() == 2;
      text.append(large ? " large-community " : " community ").append(each);
    }
    return text.toString();
  }

  private String ask(List<String> words) {
    List<String> command =
        new ArrayList<>(List.of("/usr/sbin/bgpctl", "-s", folder.resolve("ctl").toString()));
    command.addAll(words);
    return Daemon.ask(command.toArray(new String[0]));
  }

  @Override
  public void announce(String prefix, String communities) {
    List<String> words = new ArrayList<>(List.of("network", "add", prefix));
    words.addAll(List.of(set(communities).strip().split(" ", -1)));
    ask(words);
  }

  @Override
  public void withdraw(String prefix) {
    ask(List.of("network", "delete", prefix));
  }

  @Override
  public Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    String prefix = "";
    String out = ask(List.of("show", "rib", "detail", "out", "neighbor", "127.0.0.1"));
    for (String line : out.lines().map(String::strip).toList()) {
      if (line.startsWith("BGP routing table entry for ")) {
        prefix = line.split(" ", -1)[5].replace(",", "");
        told.put(prefix, "64505 |  | ");
      } else if (line.startsWith("Communities: ")) {
        String words = line.substring("Communities: ".length());
        told.put(prefix, told.getOrDefault(prefix, "").replace(" |  |", " | " + words + " |"));
      } else if (line.startsWith("Large Communities: ")) {
        told.put(
            prefix, told.getOrDefault(prefix, "") + line.substring("Large Communities: ".length()));
      }
    }
    return told;
  }

  @Override
  public String diagnosis() {
    return daemon == null ? "not started" : daemon.log();
  }

  @Override
  public void close() {
    if (daemon != null) {
      daemon.close();
    }
  }
}
