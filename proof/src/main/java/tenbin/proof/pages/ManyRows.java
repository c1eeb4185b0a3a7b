package tenbin.proof.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.UploadRefused;

/**
 * Rows about the demo circle's members over the last weeks, as Shadowserver's reports, brought in
 * by the hub's own intake: so they lie in the database as rows do. No two are equal.
 */
final class ManyRows {
  /** A report of the size that feeds bring. */
  private static final int ROWS_A_REPORT = 100_000;

  /** Younger than the longest period of a page, so that all of them are on it. */
  private static final int DAYS = 28;

  private static final String HEADER =
      "timestamp,protocol,src_ip,src_port,src_asn,src_geo,src_region,src_city,src_hostname,"
          + "src_naics,src_sector,device_vendor,device_type,device_model,severity,dst_ip,dst_port,"
          + "dst_asn,dst_geo,dst_region,dst_city,dst_hostname,dst_naics,dst_sector,public_source,"
          + "infection,family,tag,application,version,event_id,ssl_cipher,ssl_servername\n";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final List<String> FAMILIES = List.of("mirai", "mozi", "necurs", "conficker");
  private static final MemberId REPORTER = new MemberId("secretariat");

  /** A member's own block, as the demo's circle file has it. */
  private record Block(String member, int first, int size) {}

  private static final List<Block> BLOCKS =
      List.of(
          new Block("aozora", address(126, 66, 0), 1 << 18),
          new Block("hayate", address(126, 80, 0), 1 << 18),
          new Block("kogane", address(126, 88, 0), 1 << 17),
          new Block("minato", address(126, 98, 0), 1 << 17),
          new Block("shirakaba", address(126, 104, 0), 1 << 16),
          new Block("tsubame", address(126, 108, 0), 1 << 16),
          new Block("yamabiko", address(126, 112, 0), 1 << 16));

  private final RandomGenerator random;
  private final Instant end;
  private final Map<String, Long> byMember = new HashMap<>();
  private long made;

  ManyRows(RandomGenerator random, Instant end) {
    this.random = random;
    this.end = end;
  }

  private static int address(int first, int second, int third) {
    return first << 24 | second << 16 | third << 8;
  }

  /** The members who have rows. */
  static List<String> members() {
    return BLOCKS.stream().map(Block::member).toList();
  }

  /** How many rows each member has. */
  Map<String, Long> byMember() {
    return Map.copyOf(byMember);
  }

  /** Waits until what came in is read. */
  @FunctionalInterface
  interface Reading {
    void await() throws InterruptedException;
  }

  void into(Intake intake, long rows, Reading reading) throws IOException, InterruptedException {
    while (made < rows) {
      int now = (int) Math.min(ROWS_A_REPORT, rows - made);
      StringBuilder text = new StringBuilder(now * 260).append(HEADER);
      for (int i = 0; i < now; i++) {
        line(text);
      }
      String name = "2026-01-01-event4_sinkhole-pages-" + made + ".csv";
      try {
        intake.accept(
            new Arrival(REPORTER, name, "", Optional.empty(), Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(US_ASCII)));
      } catch (UploadRefused refused) {
        throw new IOException("a report of the bench was refused", refused);
      }
      reading.await();
    }
  }

  private void line(StringBuilder out) {
    // Large members have more rows, as in the field: the first has half of all.
    int which = Math.min(BLOCKS.size() - 1, Integer.numberOfTrailingZeros(random.nextInt() | 64));
    Block block = BLOCKS.get(which);
    int address = block.first + random.nextInt(block.size);
    String family = FAMILIES.get(random.nextInt(FAMILIES.size()));
    long second = end.getEpochSecond() - random.nextLong(DAYS * 86_400L) - 3_600;
    byMember.merge(block.member, 1L, Long::sum);
    out.append('"')
        .append(TIME.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)))
        .append("\",\"tcp\",\"")
        .append(address >>> 24)
        .append('.')
        .append(address >>> 16 & 255)
        .append('.')
        .append(address >>> 8 & 255)
        .append('.')
        .append(address & 255)
        .append("\",\"")
        // The port makes a row another one than any before it.
        .append(1_024 + made % 64_000)
        .append("\",\"64500\",\"JP\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"critical\",")
        .append("\"192.0.2.66\",\"80\",\"64511\",\"ZZ\",\"\",\"\",\"\",\"\",\"\",\"\",\"")
        .append(family)
        .append("\",\"")
        .append(family)
        .append("\",\"")
        .append(family)
        .append("\",\"\",\"\",\"")
        .append(Long.toHexString(made))
        .append("\",\"\",\"\"\n");
    made++;
  }
}
