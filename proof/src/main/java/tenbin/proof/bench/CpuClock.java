package tenbin.proof.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time and wall time since it was started. Processor time is of the whole process, so the
 * collector and the compiler count: machines are noisy, and work moved to another thread is still
 * work.
 */
public final class CpuClock {
  private static final double NANOS = 1e9;
  private static final Path STATUS = Path.of("/proc/self/status");

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long cpuAtStart = system.getProcessCpuTime();
  private final long wallAtStart = System.nanoTime();

  private CpuClock() {}

  /** What passed between two readings. */
  public record Span(double cpuSeconds, double wallSeconds) {}

  public static CpuClock start() {
    return new CpuClock();
  }

  public Span stop() {
    return new Span(
        (system.getProcessCpuTime() - cpuAtStart) / NANOS,
        (System.nanoTime() - wallAtStart) / NANOS);
  }

  /** The most memory that this process ever had resident (VmHWM, proc(5)); 0 where not told. */
  public static long peakMemoryBytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmHWM:")) {
          String digits = line.replaceAll("[^0-9]", "");
          return Long.parseLong(digits) * 1024;
        }
      }
      return 0;
    } catch (IOException notLinux) {
      return 0;
    }
  }
}
