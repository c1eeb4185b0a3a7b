package tenbin.proof.mrt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The peer: {@code bgpdump -m} on the same file, by itself in a process whose time its shell tells.
 *
 * @param text its lines
 * @param cpuSeconds its processor time
 */
record Bgpdump(Lines.Text text, double cpuSeconds) {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/bgpdump"), Path.of("/usr/local/bin/bgpdump"));

  /** What the shell's "times" says: "0m1.250s", of itself and then of those that it started. */
  private static final Pattern TIME = Pattern.compile("([0-9]+)m([0-9.]+)s");

  /** Runs it once; empty where it is not installed or does not read that form. */
  static Optional<Bgpdump> run(Path file) throws IOException {
    Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Path told = Files.createTempFile("bgpdump", ".times");
    try {
      Process process =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "\"$1\" -m \"$2\" 2>/dev/null; times >\"$3\"",
                  "sh",
                  program.get().toString(),
                  file.toAbsolutePath().toString(),
                  told.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Lines lines = new Lines();
      try (InputStream out = process.getInputStream()) {
        out.transferTo(lines);
      }
      process.onExit().join();
      Lines.Text text = lines.text();
      return Optional.of(new Bgpdump(text, seconds(Files.readString(told))))
          .filter(any -> text.lines() > 0);
    } finally {
      Files.delete(told);
    }
  }

  private static double seconds(String times) {
    return TIME.matcher(times)
        .results()
        .skip(2)
        .mapToDouble(
            each -> 60 * Double.parseDouble(each.group(1)) + Double.parseDouble(each.group(2)))
        .sum();
  }
}
