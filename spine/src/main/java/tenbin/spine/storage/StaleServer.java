package tenbin.spine.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server of an earlier start that a crash left on its way down. Its pid file may also name a
 * process that is somebody else's by now, which would keep PostgreSQL from starting for ever.
 */
final class StaleServer {
  /** A shutdown flushes at most the shared buffers: seconds on the slowest disk. */
  private static final int PATIENCE_SECONDS = 60;

  private StaleServer() {}

  /** Waits until no server works on the folder, stops one that does not go, clears its pid file. */
  static void awaitGone(Path data) throws IOException, InterruptedException {
    Path file = data.resolve("postmaster.pid");
    Optional<ProcessHandle> old = serverOf(file, data);
    if (old.isPresent() && !gone(old.get())) {
      old.get().destroy();
      if (!gone(old.get())) {
        old.get().destroyForcibly();
        gone(old.get());
      }
    }
    Files.deleteIfExists(file);
  }

  private static Optional<ProcessHandle> serverOf(Path file, Path data) throws IOException {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    String first = Files.readString(file).lines().findFirst().orElse("").trim();
    if (!first.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(first)).filter(process -> serves(process.pid(), data));
  }

  private static boolean serves(long pid, Path data) {
    try {
      byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
      return (new String(words, StandardCharsets.UTF_8) + "\0").contains("\0" + data + "\0");
    } catch (IOException vanished) {
      return false;
    }
  }

  private static boolean gone(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stays) {
      return false;
    } catch (ExecutionException impossible) {
      throw new AssertionError("waiting for an exit cannot fail", impossible);
    }
  }
}
