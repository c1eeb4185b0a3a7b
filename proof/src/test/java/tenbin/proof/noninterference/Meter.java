package tenbin.proof.noninterference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Processor time of this process and of everything that it started: its database too. */
final class Meter {
  /** Ticks of the kernel's clock in /proc, which are 100 a second on every Linux. */
  private static final long MILLIS_OF_A_TICK = 10;

  /** Of /proc/PID/stat, behind the name: time of its own, of the system, the same of its ended. */
  private static final int FIRST = 11;

  private static final int LAST = 14;

  private final long begin = System.nanoTime();
  private final Duration begun = spent();
  private final Duration begunHere = ofThis();

  /** Since this meter was made. */
  Duration used() {
    return spent().minus(begun);
  }

  String told(int pairs) {
    double most = Math.max(1, pairs) * 1_000.0;
    return "a pair: %.2f CPU-seconds (%.2f of them the database's), %.2f seconds"
        .formatted(
            used().toMillis() / most,
            used().minus(ofThis().minus(begunHere)).toMillis() / most,
            (System.nanoTime() - begin) / 1e6 / most);
  }

  private static Duration spent() {
    Duration all = ofThis();
    for (ProcessHandle each : ProcessHandle.current().descendants().toList()) {
      all = all.plus(of(each.pid()));
    }
    return all;
  }

  private static Duration ofThis() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static Duration of(long process) {
    Path file = Path.of("/proc/" + process + "/stat");
    if (!Files.isReadable(file)) {
      return Duration.ZERO;
    }
    try {
      String stat = Files.readString(file);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = FIRST; i <= LAST; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return Duration.ofMillis(ticks * MILLIS_OF_A_TICK);
    } catch (java.nio.file.NoSuchFileException gone) {
      return Duration.ZERO;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
