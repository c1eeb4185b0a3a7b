package tenbin.desks.routes.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a peering is guarded, as the settings say: {@code md5 FILE}, {@code hops N}, or both.
 *
 * @param password a file whose first line is the password of TCP-MD5 (RFC 2385)
 * @param hops so many routers away at most (RFC 5082), 1 for next door; 0 asks nothing
 */
public record FeedGuard(Optional<Path> password, int hops) {
  /** None. */
  public static final FeedGuard NONE = new FeedGuard(Optional.empty(), 0);

  /** What is written, for people who wrote something else. */
  public static final String FORMS = "md5 FILE, hops NUMBER, or both";

  private static final int MOST_HOPS = 254;
  private static final int MOST_TTL = 255;
  private static final long LONGEST_FILE = 1_024;

  public FeedGuard {
    if (hops < 0 || hops > MOST_HOPS) {
      throw new IllegalArgumentException("hops is 1 to " + MOST_HOPS + ": " + hops);
    }
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static FeedGuard parse(String text) {
    String[] words = text.strip().split("\\s+", -1);
    FeedGuard guard = NONE;
    for (int i = 0; i + 1 < words.length; i += 2) {
      guard = guard.with(words[i], words[i + 1]);
    }
    if (guard.equals(NONE) || words.length % 2 != 0) {
      throw new IllegalArgumentException("a guard is " + FORMS);
    }
    return guard;
  }

  private FeedGuard with(String key, String value) {
    return switch (key) {
      case "md5" -> new FeedGuard(Optional.of(Path.of(value)), hops);
      case "hops" -> new FeedGuard(password, Integer.parseInt(value));
      default -> throw new IllegalArgumentException("a guard is " + FORMS + ", not " + key);
    };
  }

  boolean isNone() {
    return equals(NONE);
  }

  /** The least TTL of packets that count; 0 asks nothing. */
  int leastTtl() {
    return hops == 0 ? 0 : MOST_TTL + 1 - hops;
  }

  /**
   * The password, if one is asked for.
   *
   * @throws IOException when its file cannot be read, or has none
   */
  Optional<String> secret() throws IOException {
    if (password.isEmpty()) {
      return Optional.empty();
    }
    Path file = password.get();
    if (Files.size(file) > LONGEST_FILE) {
      throw new IOException(file + " is too long for a password");
    }
    String line = Files.readString(file).lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      throw new IOException(file + " has no password in its first line");
    }
    return Optional.of(line);
  }
}
