package tenbin.hub.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The routes desk in a properties file: {@code group = routing-wg}, a line for each feed, {@code
 * feed.NAME = WAY WHERE}, and lines for what routes are held against and what is kept
 * (docs/operations/routes.md). A feed named {@code member.aozora} is Aozora's own.
 */
public final class RouteFile {
  private static final String GROUP = "group";
  private static final int MOST_FEEDS = 1_000;

  private RouteFile() {}

  /**
   * Reads it.
   *
   * @throws IOException when it cannot be read, or says something that is unknown: what, in words
   */
  public static RouteSettings read(Path file) throws IOException {
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      told.load(in);
    } catch (IllegalArgumentException broken) {
      throw new IOException(file + ": " + broken.getMessage(), broken);
    }
    List<RouteSettings.Feed> feeds = new ArrayList<>();
    for (String key : new TreeSet<>(told.stringPropertyNames())) {
      if (key.startsWith(RouteLines.FEED)) {
        feeds.add(feed(file, key, told.getProperty(key).strip()));
      } else if (!key.equals(GROUP) && !RouteLines.isOne(key) && !LiveWatching.KEYS.contains(key)) {
        throw new IOException(
            file
                + ": no such key: "
                + key
                + "; known: group, beacon.NAME, guard.NAME, feed.NAME, "
                + String.join(", ", LiveWatching.KEYS));
      }
    }
    if (feeds.size() > MOST_FEEDS) {
      throw new IOException(file + ": at most " + MOST_FEEDS + " feeds");
    }
    String group = told.getProperty(GROUP, "").strip();
    try {
      return new RouteSettings(
          group, feeds, LiveWatching.of(feeds, told), LiveWatching.maintainers(told));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static RouteSettings.Feed feed(Path file, String key, String text) throws IOException {
    int blank = text.indexOf(' ');
    String name = RouteLines.name(key);
    if (name.isEmpty() || blank < 0) {
      throw new IOException(file + ": " + key + " wants a way and where: folder /var/lib/mrt");
    }
    return new RouteSettings.Feed(
        name, text.substring(0, blank), text.substring(blank + 1).strip());
  }
}
