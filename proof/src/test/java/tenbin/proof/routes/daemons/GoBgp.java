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

/** GoBGP, with routes that are put into its global table, and BMP. */
public final class GoBgp extends Started {
  private static final String API = "51051";
  private static final Pattern WORDS =
      Pattern.compile("\\{(Communities|LargeCommunity): ?\\[? ?([0-9: ,]+?)\\]?\\}");

  /** Where it listens. */
  public static final int PORT = 11_794;

  public GoBgp() {
    super("gobgp", 4, "/usr/bin/gobgpd", "/usr/bin/gobgp");
  }

  @Override
  public void start(Path in, Ports ports, Map<String, String> table) throws IOException {
    String text =
        """
        [global.config]
          as = 64504
          router-id = "10.0.0.4"
          port = 11794
          local-address-list = ["127.0.0.4"]
        [[neighbors]]
          [neighbors.config]
            neighbor-address = "127.0.0.1"
            peer-as = 64500
          [neighbors.timers.config]
            connect-retry = 1
            idle-hold-time-after-reset = 1
          [neighbors.transport.config]
            local-address = "127.0.0.4"
            remote-port = %d
          [neighbors.ebgp-multihop.config]
            enabled = true
            multihop-ttl = 2
          [[neighbors.afi-safis]]
            [neighbors.afi-safis.config]
              afi-safi-name = "ipv4-unicast"
          [[neighbors.afi-safis]]
            [neighbors.afi-safis.config]
              afi-safi-name = "ipv6-unicast"
        %s
        """
            .formatted(ports.bgp(), bmp(ports));
    livesIn(in);
    Files.writeString(Path.of(file("gobgpd.toml")), text);
    run(
        "/usr/bin/gobgpd",
        "-f",
        file("gobgpd.toml"),
        "--api-hosts",
        "127.0.0.4:" + API,
        "--log-plain");
    awaitApi();
    table.forEach(this::announce);
  }

  private static String bmp(Ports ports) {
    return ports.bmp() == 0
        ? ""
        : """
        [[bmp-servers]]
          [bmp-servers.config]
            address = "127.0.0.1"
            port = %d
            route-monitoring-policy = "all"
        [[neighbors]]
          [neighbors.config]
            neighbor-address = "127.0.0.2"
            peer-as = 64502
          [neighbors.transport.config]
            local-address = "127.0.0.4"
            passive-mode = true
          [neighbors.ebgp-multihop.config]
            enabled = true
            multihop-ttl = 2
          [[neighbors.afi-safis]]
            [neighbors.afi-safis.config]
              afi-safi-name = "ipv4-unicast"
          [[neighbors.afi-safis]]
            [neighbors.afi-safis.config]
              afi-safi-name = "ipv6-unicast"
        """
            .formatted(ports.bmp());
  }

  private static void awaitApi() {
    AssertionError last = new AssertionError("never asked");
    for (int i = 0; i < 100; i++) {
      try {
        ask("global");
        return;
      } catch (AssertionError notYet) {
        last = notYet;
        java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      }
    }
    throw last;
  }

  private static String ask(String... words) {
    List<String> command = new ArrayList<>(List.of("/usr/bin/gobgp", "-u", "127.0.0.4", "-p", API));
    command.addAll(List.of(words));
    return Daemon.ask(command.toArray(new String[0]));
  }

  private static String family(String prefix) {
    return prefix.contains(":") ? "ipv6" : "ipv4";
  }

  @Override
  public void announce(String prefix, String communities) {
    List<String> words = new ArrayList<>(List.of("global", "rib", "add", prefix));
    words.addAll(List.of("-a", family(prefix)));
    if (prefix.contains(":")) {
      words.addAll(List.of("nexthop", "2001:db8::4"));
    } else {
      words.addAll(List.of("nexthop", "127.0.0.4"));
    }
    communities(communities, "community ", "large-community ")
        .forEach(each -> words.addAll(List.of(each.split(" ", -1))));
    ask(words.toArray(new String[0]));
  }

  /** As if it had heard the prefix over these ASes, the nearest first: "64511,64503". */
  public void announceOver(String prefix, String path) {
    ask("global", "rib", "add", prefix, "-a", "ipv4", "nexthop", "127.0.0.4", "aspath", path);
  }

  @Override
  public void withdraw(String prefix) {
    ask("global", "rib", "del", prefix, "-a", family(prefix));
  }

  @Override
  public Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    for (String family : List.of("ipv4", "ipv6")) {
      for (String line : ask("neighbor", "127.0.0.1", "adj-out", "-a", family).lines().toList()) {
        Matcher prefix = Pattern.compile("[0-9a-f.:]+/[0-9]+").matcher(line);
        if (prefix.find()) {
          told.put(prefix.group(), "64504 | " + words(line, "Comm") + " | " + words(line, "Large"));
        }
      }
    }
    return told;
  }

  private static String words(String line, String kind) {
    Matcher found = WORDS.matcher(line);
    while (found.find()) {
      if (found.group(1).startsWith(kind)) {
        return found.group(2).replace(",", "").strip();
      }
    }
    return "";
  }
}
