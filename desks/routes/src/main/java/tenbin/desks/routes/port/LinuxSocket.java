package tenbin.desks.routes.port;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.nouns.net.Address;

/**
 * A listening socket as Linux knows it: sets what Java has no option for, with {@code setsockopt}.
 * Its number is looked up in {@code /proc}, because Java tells it to nobody. What is set on a
 * listening socket holds for each connection that it accepts.
 */
final class LinuxSocket {
  private static final String LISTENING = "0A";
  private static final int IP = 0;
  private static final int TCP = 6;
  private static final int IPV6 = 41;
  private static final int IP_TTL = 2;
  private static final int IP_MINTTL = 21;
  private static final int IPV6_UNICAST_HOPS = 16;
  private static final int IPV6_MINHOPCOUNT = 73;
  private static final int TCP_MD5SIG = 14;

  private static final int SIGNATURE = 216; // struct tcp_md5sig
  private static final int KEY_LENGTH = 130;
  private static final int KEY = 136;
  private static final short AF_INET = 2;
  private static final short AF_INET6 = 10;

  private final int number;
  private final boolean six;
  private final MethodHandle setsockopt;

  @SuppressWarnings("restricted") // Native access: Java has no option for these.
  private LinuxSocket(int number, boolean six) {
    this.number = number;
    this.six = six;
    Linker linker = Linker.nativeLinker();
    this.setsockopt =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setsockopt"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
  }

  /** The socket of this process that listens at a port. */
  static LinuxSocket listening(int port) throws IOException {
    if (!Files.isDirectory(Path.of("/proc/self/fd"))) {
      throw new IOException("TCP-MD5 and TTL security are for Linux");
    }
    String at = String.format(Locale.ROOT, ":%04X", port);
    List<Path> tables = List.of(Path.of("/proc/self/net/tcp6"), Path.of("/proc/self/net/tcp"));
    for (Path table : tables) {
      for (String inode : inodes(table, at)) {
        int number = number(inode);
        if (number >= 0) {
          return new LinuxSocket(number, table.endsWith("tcp6"));
        }
      }
    }
    throw new IOException("no socket of this process listens at port " + port);
  }

  private static List<String> inodes(Path table, String at) throws IOException {
    List<String> inodes = new ArrayList<>();
    for (String line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
      List<String> fields = List.of(line.strip().split("\\s+"));
      if (fields.size() > 9 && fields.get(3).equals(LISTENING) && fields.get(1).endsWith(at)) {
        inodes.add(fields.get(9));
      }
    }
    return inodes;
  }

  private static int number(String inode) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path each : files) {
        if (leadsTo(each, "socket:[" + inode + "]")) {
          return Integer.parseInt(each.getFileName().toString());
        }
      }
    }
    return -1;
  }

  private static boolean leadsTo(Path link, String target) {
    try {
      return Files.readSymbolicLink(link).toString().equals(target);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  void ask(Guard guard) throws IOException {
    for (var each : guard.signed().entrySet()) {
      sign(each.getKey(), each.getValue());
    }
    if (guard.leastTtl() > 0) {
      number(IP, IP_TTL, 255);
      number(IP, IP_MINTTL, guard.leastTtl());
      if (six) {
        number(IPV6, IPV6_UNICAST_HOPS, 255);
        number(IPV6, IPV6_MINHOPCOUNT, guard.leastTtl());
      }
    }
  }

  private void sign(Address from, String password) throws IOException {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment signature = arena.allocate(SIGNATURE, 8);
      signature.set(ValueLayout.JAVA_SHORT, 0, six ? AF_INET6 : AF_INET);
      int at = six ? 8 : 4;
      byte[] octets = octets(from);
      int first = six ? 0 : 12;
      MemorySegment.copy(octets, first, signature, ValueLayout.JAVA_BYTE, at, 16 - first);
      signature.set(ValueLayout.JAVA_SHORT, KEY_LENGTH, (short) key.length);
      MemorySegment.copy(key, 0, signature, ValueLayout.JAVA_BYTE, KEY, key.length);
      set(TCP, TCP_MD5SIG, signature);
    }
  }

  /** All sixteen; an IPv4 address is mapped into IPv6, as the kernel sees it on such a socket. */
  private static byte[] octets(Address address) {
    return java.nio.ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array();
  }

  private void number(int level, int option, int value) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      set(level, option, arena.allocateFrom(ValueLayout.JAVA_INT, value));
    }
  }

  private void set(int level, int option, MemorySegment value) throws IOException {
    int refused;
    try {
      refused = (int) setsockopt.invokeExact(number, level, option, value, (int) value.byteSize());
    } catch (Throwable bug) {
      throw new AssertionError(bug);
    }
    if (refused != 0) {
      throw new IOException("the kernel refuses socket option " + level + "/" + option);
    }
  }
}
