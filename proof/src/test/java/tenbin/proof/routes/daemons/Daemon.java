package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A daemon that a test started: dies with the test, however that ends. */
public final class Daemon implements AutoCloseable {
  /** Runs a command, and kills it when whoever holds the other end of the input is gone. */
  private static final String WATCHED =
      "exec 3<&0; \"$@\" </dev/null 3<&- & own=$!;"
          + " { read -r nothing; kill -9 $own; } <&3 >/dev/null 2>&1 & wait $own";

  private final Process process;
  private final Path log;

  private Daemon(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param log what it writes, in the folder in which it runs
   */
  public static Daemon start(Path log, String... command) throws IOException {
    List<String> watched = new ArrayList<>(List.of("sh", "-c", WATCHED, "watched"));
    watched.addAll(List.of(command));
    Process process =
        new ProcessBuilder(watched)
            .directory(log.toAbsolutePath().resolveSibling(".").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new Daemon(process, log);
  }

  /** What a command says; its exit code must be 0. */
  public static String ask(String... command) {
    try {
      Path out = Files.createTempFile("ask", ".txt");
      try {
        Process asked =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!asked.waitFor(20, TimeUnit.SECONDS)) {
          asked.destroyForcibly();
          throw new AssertionError(String.join(" ", command) + " does not answer");
        }
        String said = Files.readString(out, StandardCharsets.UTF_8);
        if (asked.exitValue() != 0) {
          throw new AssertionError(String.join(" ", command) + ": " + said);
        }
        return said;
      } finally {
        Files.delete(out);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** What it wrote so far. */
  public String log() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends it at once, as a crash does. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
