package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** BIRD 2 with static routes; its table changes with its configuration. */
public final class Bird extends Started {
  private final Map<String, String> table = new TreeMap<>();
  private int port;
  private String others = "";
  private String protection = "";
  private String role = "";
  private String marks = "";

  public Bird() {
    super("bird", 2, "/usr/sbin/bird", "/usr/sbin/birdc");
  }

  @Override
  public void start(Path in, Ports ports, Map<String, String> routes) throws IOException {
    livesIn(in);
    port = ports.bgp();
    table.clear();
    table.putAll(routes);
    write();
    List<String> command =
        new ArrayList<>(
            List.of("/usr/sbin/bird", "-f", "-c", file("bird.conf"), "-s", file("ctl")));
    if (hasRun()) {
      command.add("-R"); // It comes back after a crash.
    }
    run(command.toArray(new String[0]));
  }

  private void write() {
    String text =
        """
        log stderr all;
        router id 10.0.0.2;
        protocol device {}
        protocol static four { ipv4; %s }
        protocol static six { ipv6; %s }
        protocol bgp tenbin {
          local 127.0.0.2 as 64502;
          neighbor 127.0.0.1 port %d as 64500;
          multihop;
          connect delay time 1;
          connect retry time 1;
          error wait time 1, 2;
          graceful restart on;
          graceful restart time 20;
          %s
          %s
          enable extended messages on;
          ipv4 { import none; export filter { %s accept; }; add paths tx; };
          ipv6 { import none; export all; add paths tx; next hop address 2001:db8::2; };
        }
        %s
        """
            .formatted(routes("."), routes(":"), port, protection, role, marks, others);
    try {
      Files.writeString(Path.of(file("bird.conf")), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** It signs its packets, and wants ours to come from next door; before it starts. */
  public void protects(String password) {
    protection = "password \"" + password + "\"; ttl security on;";
  }

  /**
   * It says that it is this to us (RFC 9234), and wants us to say what we are; before it starts.
   */
  void says(String role) {
    this.role = "local role " + role + "; require roles on;";
  }

  /** It puts a mark of only-to-customer on IPv4 routes, whatever its role is; before it starts. */
  void marks(long asn) {
    marks = "bgp_otc = " + asn + ";";
  }

  /** It signs its packets; before it starts. */
  public void signs(String password) {
    protection = "password \"" + password + "\";";
  }

  /** It tells another daemon of a test its table too; before it starts. */
  public void tells(Router other, int at) {
    others +=
        """
        protocol bgp to_%s {
          local 127.0.0.2 as 64502;
          neighbor %s port %d as %d;
          multihop;
          connect delay time 1;
          connect retry time 1;
          error wait time 1, 2;
          ipv4 { import none; export all; next hop address 192.0.2.2; };
          ipv6 { import none; export all; next hop address 2001:db8::2; };
        }
        """
            .formatted(other.name(), other.address(), at, other.asn());
  }

  private String routes(String kind) {
    StringBuilder text = new StringBuilder();
    table.forEach((prefix, communities) -> {
      if (prefix.contains(kind)) {
        text.append("route ").append(prefix).append(" blackhole {");
        communities(communities, " bgp_community.add((", " bgp_large_community.add((")
            .forEach(each -> text.append(each.replace(':', ',')).append("));"));
        text.append(" };\n");
      }
    });
    return text.toString();
  }

  private String ask(String... words) {
    String[] command = new String[words.length + 3];
    command[0] = "/usr/sbin/birdc";
    command[1] = "-s";
    command[2] = file("ctl");
    System.arraycopy(words, 0, command, 3, words.length);
    return Daemon.ask(command);
  }

  @Override
  public void announce(String prefix, String communities) {
    table.put(prefix, communities);
    write();
    ask("configure");
  }

  @Override
  public void withdraw(String prefix) {
    table.remove(prefix);
    write();
    ask("configure");
  }

  @Override
  public Map<String, String> told() {
    return told("tenbin");
  }

  /** The same through one of its sessions. */
  Map<String, String> told(String session) {
    Map<String, String> told = new TreeMap<>();
    String prefix = "";
    for (String line : ask("show", "route", "export", session, "all").lines().toList()) {
      if (line.matches("[0-9a-f].*/.*")) {
        prefix = line.split(" ", -1)[0];
        told.put(prefix, "64502 |  | ");
      } else if (line.contains("BGP.community:")) {
        told.put(
            prefix, told.getOrDefault(prefix, "").replace(" |  |", " | " + pairs(line) + " |"));
      } else if (line.contains("BGP.large_community:")) {
        told.put(prefix, told.getOrDefault(prefix, "") + pairs(line));
      }
    }
    return told;
  }

  /** "(64502, 2, 3)" as "64502:2:3". */
  private static String pairs(String line) {
    return line.substring(line.indexOf('('))
        .replace(", ", ":")
        .replace(",", ":")
        .replaceAll("[()]", "")
        .strip();
  }
}
