package tenbin.proof.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;

/** Reports in a real format with many exact duplicates, and what each member must get of them. */
final class CrashReports {
  private static final String HEADER =
      "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"dst_ip\",\"dst_port\",\"infection\"\n";
  private static final int DAY = 86_400;
  private static final Instant MIDNIGHT = Instant.parse("2026-03-24T00:00:00Z");

  private final Map<MemberId, Set<String>> expected = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Random random;

  CrashReports(long seed) {
    this.random = new Random(seed);
    CrashCircle.MEMBERS.forEach(member -> expected.put(member, new HashSet<>()));
  }

  /** Writes so many reports of so many rows; a third of the rows were there before. */
  void write(Path folder, int reports, int rows) throws IOException {
    for (int report = 0; report < reports; report++) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int row = 0; row < rows; row++) {
        boolean again = !lines.isEmpty() && random.nextInt(3) == 0;
        text.append(again ? lines.get(random.nextInt(lines.size())) : fresh());
      }
      Files.writeString(
          folder.resolve(String.format("2026-03-24-event4_sinkhole-%02d.csv", report)),
          text.toString(),
          StandardCharsets.US_ASCII);
    }
  }

  private String fresh() {
    int bits = 126 << 24 | 64 << 16 | random.nextInt(1 << 22);
    Address address = Address.ofV4(bits);
    int port = 1024 + random.nextInt(60_000);
    Instant at = MIDNIGHT.plusSeconds(random.nextInt(DAY));
    String line =
        "\""
            + at.toString().replace('T', ' ').replace("Z", "")
            + "\",\"tcp\",\""
            + address
            + "\",\""
            + port
            + "\",\"192.0.2.1\",\"80\",\"mirai\"\n";
    lines.add(line);
    expectedOf(CrashCircle.memberOf(address)).add(identity(address, port, at));
    return line;
  }

  /** How a delivered row is known again. */
  static String identity(Address address, int port, Instant at) {
    return address + ":" + port + "@" + at.getEpochSecond();
  }

  Set<String> expectedOf(MemberId member) {
    return java.util.Objects.requireNonNull(expected.get(member));
  }
}
