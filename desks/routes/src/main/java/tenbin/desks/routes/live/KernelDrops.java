package tenbin.desks.routes.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Linux dropped of TCP since this was made, of the whole machine: packets that a guard keeps
 * out reach no program, so the kernel's counts are all that there is to see of them.
 */
final class KernelDrops {
  private static final Path COUNTS = Path.of("/proc/self/net/netstat");
  private static final String LINE = "TcpExt:";

  private final Path file;
  private final Map<String, Long> before;

  /** Counts from now on. */
  KernelDrops() {
    this(COUNTS);
  }

  KernelDrops(Path file) {
    this.file = file;
    this.before = counts(file);
  }

  /** By the kernel's names; empty where it has none to show. */
  private static Map<String, Long> counts(Path file) {
    Map<String, Long> counts = new HashMap<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        put(lines.get(i).split(" ", -1), lines.get(i + 1).split(" ", -1), counts);
      }
    } catch (IOException another) {
      return Map.of(); // Another system than Linux.
    }
    return counts;
  }

  private static void put(String[] names, String[] values, Map<String, Long> counts) {
    for (int i = 1; names[0].equals(LINE) && i < Math.min(names.length, values.length); i++) {
      try {
        counts.put(names[i], Long.parseLong(values[i].strip()));
      } catch (NumberFormatException strange) {
        counts.remove(names[i]);
      }
    }
  }

  private static long since(String name, Map<String, Long> now, Map<String, Long> before) {
    return now.getOrDefault(name, 0L) - before.getOrDefault(name, 0L);
  }

  /** Why a session that does not stand may not, as far as its guard goes; "" for nothing. */
  String why(FeedGuard guard) {
    Map<String, Long> now = counts(file);
    String signed = signed(guard, now);
    long far = since("TCPMinTTLDrop", now, before);
    String hops =
        guard.hops() == 0
            ? ""
            : "%d packets came from farther than %d hops".formatted(far, guard.hops());
    String both = signed.isEmpty() || hops.isEmpty() ? signed + hops : signed + ", " + hops;
    return both.isEmpty() ? "" : "no session; on this machine " + both;
  }

  private String signed(FeedGuard guard, Map<String, Long> now) {
    long wrong = since("TCPMD5Failure", now, before);
    long none = since("TCPMD5NotFound", now, before);
    long unasked = since("TCPMD5Unexpected", now, before);
    if (guard.password().isPresent()) {
      return "%d packets had another TCP-MD5 password, %d had none".formatted(wrong, none);
    }
    return unasked == 0
        ? ""
        : "%d packets had a TCP-MD5 password that nobody asked for".formatted(unasked);
  }
}
