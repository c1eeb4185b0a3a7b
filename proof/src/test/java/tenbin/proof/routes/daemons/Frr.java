package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FRR's bgpd by itself, with networks of its own, a route map a prefix, and BMP. */
public final class Frr extends Started {
  /** Where it listens. */
  public static final int PORT = 11_793;

  public Frr() {
    super("frr", 3, "/usr/lib/frr/bgpd", "/usr/bin/vtysh");
  }

  @Override
  public void start(Path in, Ports ports, Map<String, String> table) throws IOException {
    livesIn(in);
    StringBuilder maps = new StringBuilder();
    StringBuilder four = new StringBuilder();
    StringBuilder six = new StringBuilder();
    table.forEach((prefix, communities) -> {
      map(prefix, communities).forEach(line -> maps.append(line).append('\n'));
      (prefix.contains(":") ? six : four).append(network(prefix)).append('\n');
    });
    String text =
        """
        frr defaults traditional
        %s
        router bgp 64503
         bgp router-id 10.0.0.3
         no bgp ebgp-requires-policy
         no bgp network import-check
         no bgp default ipv4-unicast
         neighbor 127.0.0.1 remote-as 64500
         neighbor 127.0.0.1 port %d
         neighbor 127.0.0.1 update-source 127.0.0.3
         neighbor 127.0.0.1 ebgp-multihop 2
         neighbor 127.0.0.1 disable-connected-check
         neighbor 127.0.0.1 timers connect 1
         neighbor 127.0.0.1 advertisement-interval 0
         neighbor 127.0.0.2 remote-as 64502
         neighbor 127.0.0.2 passive
         neighbor 127.0.0.2 update-source 127.0.0.3
         neighbor 127.0.0.2 ebgp-multihop 2
         neighbor 127.0.0.2 disable-connected-check
         %s
         address-family ipv4 unicast
          neighbor 127.0.0.1 activate
          neighbor 127.0.0.2 activate
          neighbor 127.0.0.2 soft-reconfiguration inbound
         %s
         exit-address-family
         address-family ipv6 unicast
          neighbor 127.0.0.1 activate
          neighbor 127.0.0.2 activate
          neighbor 127.0.0.2 soft-reconfiguration inbound
         %s
         exit-address-family
        """
            .formatted(maps, ports.bgp(), bmp(ports), four, six);
    Files.writeString(Path.of(file("bgpd.conf")), text);
    run(
        "/usr/lib/frr/bgpd",
        "-Z",
        "-S",
        "-p",
        Integer.toString(PORT),
        "-l",
        address(),
        "-P",
        "0",
        "-f",
        file("bgpd.conf"),
        "-i",
        file("pid"),
        "--vty_socket",
        file(""),
        "-M",
        "bmp",
        "--log",
        "stdout");
  }

  private static String bmp(Ports ports) {
    return ports.bmp() == 0
        ? ""
        : """
        bmp targets tenbin
          bmp monitor ipv4 unicast pre-policy
          bmp monitor ipv6 unicast pre-policy
          bmp monitor ipv4 unicast post-policy
          bmp stats interval 1000
          bmp connect 127.0.0.1 port %d min-retry 100 max-retry 1000
         exit
        """
            .formatted(ports.bmp());
  }

  private static String name(String prefix) {
    return "R" + prefix.replaceAll("[^0-9a-f]", "-");
  }

  private static List<String> map(String prefix, String communities) {
    List<String> lines = new ArrayList<>();
    lines.add("route-map " + name(prefix) + " permit 1");
    communities(communities, " set community ", " set large-community ").forEach(lines::add);
    if (prefix.contains(":")) {
      lines.add(" set ipv6 next-hop global 2001:db8::3");
    }
    return lines;
  }

  private static String network(String prefix) {
    return "  network " + prefix + " route-map " + name(prefix);
  }

  private String ask(List<String> words) {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/vtysh", "--vty_socket", file(""), "-d", "bgpd"));
    words.forEach(each -> {
      command.add("-c");
      command.add(each);
    });
    return Daemon.ask(command.toArray(new String[0]));
  }

  private static String family(String prefix) {
    return "address-family ipv" + (prefix.contains(":") ? "6" : "4") + " unicast";
  }

  @Override
  public void announce(String prefix, String communities) {
    List<String> words = new ArrayList<>(List.of("configure terminal"));
    words.addAll(map(prefix, communities));
    words.addAll(List.of("router bgp 64503", family(prefix), network(prefix)));
    ask(words);
  }

  @Override
  public void withdraw(String prefix) {
    ask(List.of("configure terminal", "router bgp 64503", family(prefix), "no" + network(prefix)));
  }

  @Override
  public Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    for (String family : List.of("ipv4", "ipv6")) {
      String show = "show bgp " + family + " unicast ";
      String all = ask(List.of(show + "neighbors 127.0.0.1 advertised-routes json"));
      Matcher prefixes = Pattern.compile("\"network\": ?\"([^\"]+)\"").matcher(all);
      while (prefixes.find()) {
        String one = ask(List.of(show + prefixes.group(1) + " json"));
        told.put(
            prefixes.group(1),
            "64503 | " + words(one, "community") + " | " + words(one, "largeCommunity"));
      }
    }
    return told;
  }

  private static String words(String json, String name) {
    Pattern text = Pattern.compile("\"" + name + "\":\\s*\\{\\s*\"string\":\\s*\"([^\"]*)\"");
    Matcher found = text.matcher(json);
    return found.find() ? found.group(1) : "";
  }
}
