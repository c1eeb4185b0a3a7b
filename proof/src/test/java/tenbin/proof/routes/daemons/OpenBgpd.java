package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** OpenBGPD with networks of its own. */
public final class OpenBgpd extends Started {

  public OpenBgpd() {
    super("openbgpd", 5, "/usr/sbin/bgpd", "/usr/sbin/bgpctl", "/run/openbgpd");
  }

  @Override
  public void start(Path in, Ports ports, Map<String, String> table) throws IOException {
    livesIn(in);
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
            .formatted(file("ctl"), networks, ports.bgp());
    Path file = Path.of(file("bgpd.conf"));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    run("/usr/sbin/bgpd", "-d", "-f", file.toString());
  }

  private static String set(String communities) {
    return communities(communities, " community ", " large-community ")
        .collect(Collectors.joining());
  }

  private String ask(List<String> words) {
    List<String> command = new ArrayList<>(List.of("/usr/sbin/bgpctl", "-s", file("ctl")));
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
}
