package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Folders in memory, where the system has a place for that: worlds are made to be thrown away. */
final class InMemory implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");

  /** A database with its log for two worlds at a time takes 300 MB. */
  private static final long LEAST = 2L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    boolean fits = Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= LEAST;
    return fits ? Files.createTempDirectory(MEMORY, "tenbin") : Files.createTempDirectory("tenbin");
  }
}
