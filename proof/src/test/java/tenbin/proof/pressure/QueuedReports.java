package tenbin.proof.pressure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tenbin.nouns.net.Address;
import tenbin.proof.crash.CrashCircle;

/**
 * Reports of the sinkhole's form whose rows are numbered: every number has an address of its own in
 * 126.64.0.0/10, and every fifth row is an earlier one again, in its own file or in one before.
 */
final class QueuedReports {
  private static final String HEADER =
      "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"src_hostname\",\"dst_ip\",\"dst_port\","
          + "\"infection\",\"tag\"\n";
  private static final Instant MIDNIGHT = Instant.parse("2026-03-24T00:00:00Z");
  private static final int DAY = 86_400;
  private static final int REPEAT_ONE_IN = 5;

  /** The addresses of a /10: more rows than these would not differ. */
  private static final int MOST_ROWS = 1 << 22;

  /** Odd, so that different numbers below {@link #MOST_ROWS} give different addresses. */
  private static final int ODD = 2_654_435;

  private final Tally expected = new Tally(CrashCircle.MEMBERS.size());
  private int next;

  /** Writes so many reports of so many rows and counts who must get what. */
  static Tally write(Path folder, int reports, int rows) throws IOException {
    if ((long) reports * rows > MOST_ROWS) {
      throw new IllegalArgumentException("at most " + MOST_ROWS + " rows");
    }
    QueuedReports made = new QueuedReports();
    for (int report = 0; report < reports; report++) {
      Path file = folder.resolve("2026-03-24-event4_sinkhole-%02d.csv".formatted(report));
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
        out.write(HEADER);
        for (int row = 0; row < rows; row++) {
          out.write(made.row());
        }
      }
    }
    return made.expected;
  }

  private String row() {
    int number = next++;
    boolean again = number % REPEAT_ONE_IN == REPEAT_ONE_IN - 1;
    int told = again ? number / REPEAT_ONE_IN * (REPEAT_ONE_IN - 1) : number;
    if (told % REPEAT_ONE_IN == REPEAT_ONE_IN - 1) {
      told--;
    }
    int bits = 126 << 24 | 64 << 16 | told * ODD & MOST_ROWS - 1;
    int port = 1024 + told % 60_000;
    Instant at = MIDNIGHT.plusSeconds(told % DAY);
    if (!again) {
      expected.add(CrashCircle.numberOf(bits), bits, port, at.getEpochSecond());
    }
    String address = Address.ofV4(bits).toString();
    return "\"%s\",\"tcp\",\"%s\",\"%d\",\"p%x.example.jp\",\"192.0.2.1\",\"80\",\"mirai\",\"mirai\"\n"
        .formatted(at.toString().replace('T', ' ').replace("Z", ""), address, port, told);
  }
}
