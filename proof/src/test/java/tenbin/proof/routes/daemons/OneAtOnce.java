package tenbin.proof.routes.daemons;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Daemons have fixed addresses and ports: whatever starts them, in this process or in another one
 * of the same tests, waits for the one before it.
 */
public final class OneAtOnce implements BeforeAllCallback, AfterAllCallback {
  private static final Path LOCK =
      Path.of(System.getProperty("java.io.tmpdir"), "tenbin-routers.lock");

  private @Nullable FileChannel held;

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    FileChannel channel =
        FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    held = channel;
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    if (held != null) {
      held.close();
    }
  }
}
