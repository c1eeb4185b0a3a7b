package tenbin.hub.act;

import java.io.PrintWriter;
import java.util.Locale;

/** A file's way out as a bar on a terminal, as one line at the end where there is none. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long STEP_NANOS = 100_000_000;

  private final PrintWriter err;
  private final boolean terminal;
  private final String name;
  private final long size;
  private long drawnAt;

  ProgressBar(PrintWriter err, boolean terminal, String name, long size) {
    this.err = err;
    this.terminal = terminal;
    this.name = name;
    this.size = size;
    this.drawnAt = System.nanoTime() - STEP_NANOS;
  }

  /** So many bytes are out. */
  void at(long bytes) {
    long now = System.nanoTime();
    if (terminal && now - drawnAt >= STEP_NANOS) {
      drawnAt = now;
      err.print("\r" + line(bytes));
      err.flush();
    }
  }

  /** It is over, with these words. */
  void end(String words) {
    err.println(terminal ? "\r\u001b[K" + name + ": " + words : name + ": " + words);
  }

  String line(long bytes) {
    int full = size == 0 ? WIDTH : (int) (bytes * WIDTH / size);
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %3d%% %s",
        name,
        "#".repeat(full),
        ".".repeat(WIDTH - full),
        size == 0 ? 100 : bytes * 100 / size,
        amount(size));
  }

  static String amount(long bytes) {
    if (bytes < 1 << 20) {
      return (bytes + 1023) / 1024 + " KB";
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20));
  }
}
