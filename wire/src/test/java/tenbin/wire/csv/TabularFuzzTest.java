package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tenbin.nouns.report.Fault;
import tenbin.wire.Collected;
import tenbin.wire.Limits;
import tenbin.wire.Reader;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.archive.ArchiveReader;
import tenbin.wire.dshield.BlockListReader;
import tenbin.wire.dshield.LogReader;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.spamhaus.SpamhausCertReader;
import tenbin.wire.standard.StandardFormats;

/**
 * Changes fixtures at random and reads them with every tabular reader: an answer always comes, it
 * is one of the contract's, the same twice, and no more rows than bytes.
 */
final class TabularFuzzTest {
  private static final long SEED = 20_260_324L;
  private static final Limits LIMITS =
      new Limits(1 << 20, 200, 1 << 12, 60, 24, 20, 5_000, Duration.ofMinutes(1));

  private static final String EVENT =
      """
      "timestamp","protocol","src_ip","src_port","src_asn","src_hostname","severity","dst_ip","tag"
      "2026-03-24 00:47:17","tcp","126.104.236.94","17073","64510","p2.example.jp","critical","","a"
      "2026-03-24T00:47:18.5+09:00",udp,2001:db8::1,53,AS64510,日本.example,low,fe80::1%eth0,"x
      ""y"
      """;

  private static final String SERVICE =
      """
      timestamp,ip,port,hostname,url,email,count
      2026-03-24 00:47:17,126.64.0.1,80,-,http://a.example.jp:80/x,u@example.jp,3
      2026-03-24 00:47:17,126.64.0.0/24,80,?,,,0
      """;

  private static final String CERT =
      """
      ; ip, asn, country, lastseen, botname, domain, remote_ip, remote_port, local_port, protocol
      126.64.0.1,AS64500,JP,1774313237,mirai,sink.example,198.51.100.1,23,4242,tcp
      """;

  private static final String BLOCKS =
      """
      #    updated: Tue Mar 24 15:33:38 2026 UTC
      Start\tEnd\tNetblock\tAttacks\tName\tCountry\temail
      126.64.3.0\t126.64.3.255\t24\t788\tExample\tJP\tabuse@example.jp
      """;

  private static final String LOG =
      "2026-03-24 14:02:07 -05:00\t4711\t3\t126.64.0.9\t4242\t198.51.100.20\t23\tTCP\tS\n";

  private static final String MAPPING =
      """
      [file]
      delimiter = ,
      time = dd.MM.yyyy HH:mm
      zone = Asia/Tokyo
      [always]
      class = scanner
      [columns]
      timestamp = time
      ip = source.address
      port = source.port
      """;

  private static final List<String> TOKENS =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r\n",
          "\0",
          "\t",
          "é",
          "9999",
          "-",
          "%",
          "::",
          "=",
          "'",
          "\ufeff",
          "[",
          "http://@:/");

  private final List<Reader> readers =
      List.of(
          ShadowserverReader.standard(),
          new SpamhausCertReader(),
          new BlockListReader(),
          new LogReader(),
          new ArchiveReader(),
          new PlainCsvReader());

  @Test
  void changed_fixtures_are_always_answered() throws IOException {
    fuzz(1_500, SEED);
  }

  private void fuzz(int turns, long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> fixtures =
        List.of(
            EVENT.getBytes(UTF_8),
            SERVICE.getBytes(UTF_8),
            CERT.getBytes(UTF_8),
            BLOCKS.getBytes(UTF_8),
            LOG.getBytes(UTF_8),
            zip(),
            gzip());
    for (int turn = 0; turn < turns; turn++) {
      byte[] bytes = change(fixtures.get(turn % fixtures.size()), random);
      Optional<String> mapping = Optional.of(text(change(MAPPING.getBytes(UTF_8), random)));
      for (Reader reader : readers) {
        String what = "seed " + seed + " turn " + turn + " " + reader.format();
        answer(what, reader, bytes, mapping);
      }
    }
  }

  private static void answer(String what, Reader reader, byte[] bytes, Optional<String> mapping) {
    reader.looksAt(new Sample("2026-03-24-event4_sinkhole-x.csv", bytes, true));
    Collected once;
    Collected again;
    try {
      once = Collected.of(reader, report(bytes, mapping));
      again = Collected.of(reader, report(bytes, mapping));
    } catch (RuntimeException | StackOverflowError outside) {
      throw new AssertionError(what, outside);
    }
    assertThat(again.warnings).as(what).isEqualTo(once.warnings);
    assertThat(again.observations).as(what).isEqualTo(once.observations);
    assertThat(once.observations.size()).as(what).isLessThanOrEqualTo((int) LIMITS.mostRows());
    once.warnings.forEach(warning ->
        assertThat(warning.fault().weight()).as(what).isNotEqualTo(Fault.Weight.REPORT_REFUSED));
  }

  private static Report report(byte[] bytes, Optional<String> mapping) {
    return new Report(
        "2026-03-24-event4_sinkhole-x.csv",
        new ByteArrayInputStream(bytes),
        Collected.RECEIVED,
        mapping,
        LIMITS,
        StandardFormats.all());
  }

  private static byte[] change(byte[] fixture, Random random) {
    byte[] bytes = fixture;
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes = changeOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] changeOnce(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(40));
    return switch (random.nextInt(6)) {
      case 0 -> joined(bytes, 0, at, new byte[0], bytes.length);
      case 1 -> joined(bytes, 0, at, new byte[0], to);
      case 2 -> joined(bytes, 0, at, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8), at);
      case 3 -> joined(bytes, 0, to, new byte[0], at);
      case 4 -> joined(bytes, 0, at, "z".repeat(random.nextInt(9_000)).getBytes(UTF_8), at);
      default -> flipped(bytes, random);
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return changed;
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] middle, int rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, from, to - from);
    out.writeBytes(middle);
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("2026-03-24-event4_sinkhole-x.csv"));
      zip.write(EVENT.getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("log.gz"));
      zip.write(gzip());
    }
    return out.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(LOG.getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
