package tenbin.desks.routes.past;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/** Goes through changes in the order of their prefixes, forward only. One thread. */
interface Cursor extends AutoCloseable {
  /** The one it stands at; null behind the last. */
  @Nullable Change now();

  void next() throws IOException;

  /** Goes on to the first of a prefix, or of whatever comes behind it. */
  void seek(Prefix prefix) throws IOException;

  @Override
  void close() throws IOException;
}
