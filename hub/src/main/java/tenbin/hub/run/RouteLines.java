package tenbin.hub.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.desks.routes.health.Beacon;
import tenbin.desks.routes.live.FeedLine;
import tenbin.nouns.net.Prefix;

/** The lines of a routes file that come in any number: feeds, their guards, beacons. */
final class RouteLines {
  static final String FEED = "feed.";
  static final String GUARD = "guard.";
  static final String BEACON = "beacon.";

  private static final String MEMBER = "member.";
  private static final int MOST_BEACONS = 100;

  /** RIPE RIS announces and withdraws each of its beacons every two hours in turn. */
  private static final int USUAL_MINUTES = 120;

  private RouteLines() {}

  /** Whether a key is of such a line. */
  static boolean isOne(String key) {
    return key.startsWith(FEED) || key.startsWith(GUARD) || key.startsWith(BEACON);
  }

  /** The name of a feed behind a key: "member:aozora" of "guard.member.aozora". */
  static String name(String key) {
    String name = key.substring(key.indexOf('.') + 1);
    return name.startsWith(MEMBER) ? "member:" + name.substring(MEMBER.length()) : name;
  }

  /**
   * Feeds, behind their guards.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static List<FeedLine> feeds(List<RouteSettings.Feed> feeds, Properties told) {
    TreeMap<String, String> guards = new TreeMap<>();
    for (String key : told.stringPropertyNames()) {
      if (key.startsWith(GUARD)) {
        guards.put(name(key), told.getProperty(key));
      }
    }
    List<FeedLine> lines = new ArrayList<>();
    for (RouteSettings.Feed each : feeds) {
      FeedLine line = FeedLine.parse(each.name(), each.way(), each.where());
      String guard = guards.remove(each.name());
      lines.add(guard == null ? line : guarded(line, guard));
    }
    if (!guards.isEmpty()) {
      throw new IllegalArgumentException("a guard of no feed: " + guards.firstKey());
    }
    return lines;
  }

  private static FeedLine guarded(FeedLine line, String guard) {
    try {
      return line.guarded(guard);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "guard of " + line.name() + ": " + wrong.getMessage(), wrong);
    }
  }

  /**
   * Beacons.
   *
   * @throws IllegalArgumentException what is wrong, in words
   */
  static List<Beacon> beacons(Properties told) {
    List<Beacon> all = new ArrayList<>();
    for (String key : new TreeSet<>(told.stringPropertyNames())) {
      if (key.startsWith(BEACON)) {
        all.add(beacon(key, told.getProperty(key).strip().split("\\s+", -1)));
      }
    }
    if (all.size() > MOST_BEACONS) {
      throw new IllegalArgumentException("at most " + MOST_BEACONS + " beacons");
    }
    return all;
  }

  private static Beacon beacon(String key, String... words) {
    try {
      int minutes = words.length > 1 ? Integer.parseInt(words[1]) : USUAL_MINUTES;
      return new Beacon(Prefix.parse(words[0]), Duration.ofMinutes(minutes));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          key + " wants a prefix and minutes: 84.205.64.0/24 120; " + wrong.getMessage(), wrong);
    }
  }
}
