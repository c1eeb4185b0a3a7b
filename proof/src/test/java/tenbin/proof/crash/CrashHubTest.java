package tenbin.proof.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/** kill -9 at random moments: every acknowledged report exactly once, every row exactly once. */
class CrashHubTest {
  /** A database on its way down flushes some megabytes; a busy machine takes its time. */
  private static final int ORPHAN_SECONDS = 60;

  /** Together, the kills of a run come while there is still something to read. */
  private static final int MOST_MILLIS = 800;

  private static final int REPORTS = 4;

  @TempDir private Path folder;

  private final Map<MemberId, String> cursors = new HashMap<>();
  private final Map<MemberId, Set<String>> got = new HashMap<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final List<String> present = new ArrayList<>();

  @Test
  void nothing_is_lost_and_nothing_comes_twice_over_10_kills()
      throws IOException, InterruptedException {
    run(10, System.nanoTime());
  }

  @Tag("nightly")
  @Test
  void nothing_is_lost_and_nothing_comes_twice_over_200_kills()
      throws IOException, InterruptedException {
    run(200, System.nanoTime());
  }

  private void run(int kills, long seed) throws IOException, InterruptedException {
    System.out.println("seed " + seed);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path reports = Files.createDirectory(folder.resolve("reports"));
    Files.writeString(reports.resolve("circle"), "the circle");
    CrashReports made = new CrashReports(seed);
    int rows = 20_000 + 5_000 * kills;
    made.write(reports, REPORTS, rows);
    Random random = new Random(seed);
    int atWork = 0;
    for (int kill = 0; kill < kills; kill++) {
      atWork += runOnce(reports, random.nextInt(MOST_MILLIS)) ? 0 : 1;
      assertNoServerStays();
    }
    assertThat(atWork).as("seed %d: kills that hit a hub at work", seed).isPositive();
    assertThat(runOnce(reports, -1)).as("seed %d: the last run ends by itself", seed).isTrue();
    assertNoServerStays();
    for (MemberId member : CrashCircle.MEMBERS) {
      assertThat(got.getOrDefault(member, Set.of()))
          .as("seed %d: rows of %s", seed, member)
          .isEqualTo(made.expectedOf(member));
    }
    assertEveryAcknowledgedReportIsThere(seed, rows);
    System.out.printf(
        "%d kills, %d of a hub at work; %d reports of %d rows acknowledged and present once;"
            + " %d distinct rows delivered once%n",
        kills, atWork, present.size(), rows, got.values().stream().mapToInt(Set::size).sum());
  }

  /** Runs the hub and kills it so long after it is ready; true when it ended by itself. */
  private boolean runOnce(Path reports, int killAfterMillis)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashHub.class.getName(),
                folder.resolve("data").toString(),
                reports.toString()));
    cursors.forEach((member, cursor) -> words.add(member + "=" + cursor));
    Process hub =
        new ProcessBuilder(words)
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(hub.getInputStream(), StandardCharsets.US_ASCII))) {
      return listen(hub, lines, killAfterMillis);
    } finally {
      hub.toHandle().destroyForcibly();
      hub.waitFor();
    }
  }

  private boolean listen(Process hub, BufferedReader lines, int killAfterMillis)
      throws IOException {
    boolean done = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("READY") && killAfterMillis >= 0) {
        kill(hub, killAfterMillis);
      }
      take(line);
      done |= line.equals("DONE");
    }
    return done;
  }

  /** SIGKILL: no handler runs, no stream is flushed. */
  private static void kill(Process hub, int afterMillis) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            if (!hub.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
              // Through the handle: the other way closes the pipe that is still being read.
              hub.toHandle().destroyForcibly();
            }
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** A line without its full stop was cut by the kill: the recipient did not get it. */
  private void take(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("ACK") && words.length == 2) {
      Digest.tryParse(words[1]).ifPresent(digest -> acknowledged.add(digest.hex()));
    } else if (words[0].equals("HAS")) {
      present.add(line);
    } else if (words[0].equals("GOT") && words[words.length - 1].equals(".")) {
      MemberId member = new MemberId(words[1]);
      cursors.put(member, words[2]);
      Set<String> rows = got.computeIfAbsent(member, unseen -> new HashSet<>());
      for (int i = 3; i < words.length - 1; i++) {
        assertThat(rows.add(words[i])).as("%s twice to %s", words[i], member).isTrue();
      }
    }
  }

  private void assertNoServerStays() throws InterruptedException {
    String data = folder.resolve("data").toString();
    List<ProcessHandle> left =
        ProcessHandle.allProcesses().filter(each -> commandLine(each).contains(data)).toList();
    for (ProcessHandle each : left) {
      try {
        each.onExit().get(ORPHAN_SECONDS, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException
          | java.util.concurrent.TimeoutException stays) {
        throw new AssertionError("left behind: " + commandLine(each), stays);
      }
    }
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }

  private void assertEveryAcknowledgedReportIsThere(long seed, int rows) throws IOException {
    assertThat(acknowledged).as("seed %d", seed).hasSize(REPORTS);
    assertThat(present)
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(
            acknowledged.stream().map(digest -> "HAS " + digest + " READ " + rows).toList());
    for (String digest : acknowledged) {
      Path raw =
          folder
              .resolve("data/raw")
              .resolve(digest.substring(0, 2))
              .resolve(digest.substring(2, 4))
              .resolve(digest);
      assertThat(Digest.of(Files.readAllBytes(raw)).hex()).isEqualTo(digest);
    }
  }
}
