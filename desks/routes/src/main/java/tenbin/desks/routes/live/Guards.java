package tenbin.desks.routes.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tenbin.desks.routes.port.Guard;
import tenbin.nouns.net.Address;

/** What is asked of the kernel for a port, out of the guards of its neighbours. */
final class Guards {
  private Guards() {}

  /**
   * Refuses what no kernel can do: the least TTL is one of a whole port.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static void check(Collection<FeedLine> lines) {
    Map<FeedLine.End, FeedLine.Bgp> first = new HashMap<>();
    for (FeedLine each : lines) {
      if (each instanceof FeedLine.Bgp line) {
        FeedLine.Bgp other = first.computeIfAbsent(line.end(), end -> line);
        if (other.guard().hops() != line.guard().hops()) {
          throw new IllegalArgumentException(
              "%s and %s share a port, and so their hops: %d and %d"
                  .formatted(other.name(), line.name(), other.guard().hops(), line.guard().hops()));
        }
      }
    }
  }

  /**
   * With the passwords, which are read now.
   *
   * @param words of a file that others may read
   */
  static Guard of(List<FeedLine.Bgp> neighbours, Consumer<String> words) throws IOException {
    Map<Address, String> signed = new HashMap<>();
    int leastTtl = 0;
    for (FeedLine.Bgp each : neighbours) {
      FeedGuard guard = each.guard();
      guard.secret().ifPresent(secret -> signed.put(each.neighbour(), secret));
      if (guard.password().isPresent() && isOpen(guard.password().get())) {
        words.accept("everybody on this machine may read " + guard.password().get());
      }
      leastTtl = guard.leastTtl();
    }
    try {
      return new Guard(signed, leastTtl);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(wrong.getMessage(), wrong);
    }
  }

  private static boolean isOpen(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
  }
}
