package tenbin.proof.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back-pressure on disk, not in memory: what waits is larger than the heap of who reads it. */
class QueueTest {
  private static final Pattern ANSWER = Pattern.compile("PEAK (\\d+) SECONDS (\\S+) ROWS (.*)");
  private static final int REPORTS = 4;

  /** Beside its heap a Java machine has code, stacks, buffers of the network: some 150 MB. */
  private static final long BESIDE_HEAP = 200L << 20;

  @TempDir private Path folder;

  @Test
  void two_hundred_thousand_waiting_rows_come_through_a_heap_of_96_megabytes_once_each()
      throws IOException, InterruptedException {
    come(50_000, 96);
  }

  @Tag("nightly")
  @Test
  void four_million_waiting_rows_come_through_a_heap_of_1280_megabytes_once_each()
      throws IOException, InterruptedException {
    come(1_000_000, 1_280);
  }

  private void come(int rowsEach, int heapMegabytes) throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.writeString(reports.resolve("circle"), "the circle");
    Tally expected = QueuedReports.write(reports, REPORTS, rowsEach);
    Matcher answer = ANSWER.matcher(run(reports, heapMegabytes));
    assertThat(answer.find()).as("what the hub said last").isTrue();
    long peak = Long.parseLong(answer.group(1));
    System.out.printf(
        "%d rows waited, %d distinct, each pulled once; heap at most %d MB, peak RSS %d MB, read in"
            + " %s s%n",
        (long) REPORTS * rowsEach, expected.total(), heapMegabytes, peak >> 20, answer.group(2));
    assertThat(answer.group(3)).isEqualTo(expected.toString());
    assertThat(peak).isLessThan(((long) heapMegabytes << 20) + BESIDE_HEAP);
  }

  private String run(Path reports, int heapMegabytes) throws IOException, InterruptedException {
    Process hub =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xmx" + heapMegabytes + "m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    QueuedHub.class.getName(),
                    folder.resolve("data").toString(),
                    reports.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String said = new String(hub.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(hub.waitFor()).as("exit code").isZero();
      return said;
    } finally {
      hub.destroyForcibly();
    }
  }
}
