package tenbin.proof.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenbin.nouns.net.Address;

/**
 * What the chain must come to, found the slow way: lines as texts, a set of them, a sum over what
 * each distinct one says.
 */
final class Expected {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  final long[] rows = new long[ChainCircle.MEMBERS];
  final long[] sums = new long[ChainCircle.MEMBERS];
  long lines;
  long distinct;

  static Expected of(Path file) throws IOException {
    Expected expected = new Expected();
    Set<Line> seen = new HashSet<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      List<String> header = List.of(in.readLine().replace("\"", "").split(",", -1));
      int time = header.indexOf("timestamp");
      int address = header.indexOf("src_ip");
      int port = header.indexOf("src_port");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        expected.lines++;
        if (seen.add(Line.of(line))) {
          String[] words = line.substring(1).split("\",\"", -1);
          expected.add(words[time], words[address], words[port]);
        }
      }
    }
    expected.distinct = seen.size();
    return expected;
  }

  private void add(String time, String address, String port) {
    int bits = Address.parse(address).v4Bits();
    int member = ChainCircle.memberOf(bits);
    long second = LocalDateTime.parse(time, TIME).toEpochSecond(ZoneOffset.UTC);
    rows[member]++;
    sums[member] += sum(bits, Integer.parseInt(port), second);
  }

  /** What one row adds to its member's sum, whatever the order. */
  static long sum(int v4Bits, int port, long second) {
    long mixed = (v4Bits * 0x9e37_79b9_7f4a_7c15L ^ second) * 0xc2b2_ae3d_27d4_eb4fL + port;
    return (mixed ^ mixed >>> 29) * 0xbf58_476d_1ce4_e5b9L;
  }

  /** A line's two hashes, which are less to remember than the line. */
  private record Line(int first, long second) {
    static Line of(String line) {
      long second = 7;
      for (int i = 0; i < line.length(); i++) {
        second = second * 0x1000_0000_01b3L ^ line.charAt(i);
      }
      return new Line(line.hashCode(), second);
    }
  }
}
