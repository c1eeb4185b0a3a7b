package tenbin.wire.rpsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;

/**
 * Picks out of a database what it says of routing: route, route6, aut-num, as-set, mntner. What
 * cannot be read is told with its line and left out. Keeps nothing. Not for several threads.
 */
public final class RoutingObjects implements Consumer<RpslObject> {
  private static final String MAIL = "[^\\s,;:@]+@[^\\s,;:@]+";

  /**
   * JPIRR's setting for notices of Keiro-Bugyo stands in a line that goes on with descr (or
   * remarks): "X-Keiro:" and mail addresses.
   */
  private static final Pattern NOTICE =
      Pattern.compile("(?i)X-Keiro:\\s*(" + MAIL + "(?:[\\s,;]+" + MAIL + ")*)");

  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  private final RoutingRows rows;
  private long damaged;

  public RoutingObjects(RoutingRows rows) {
    this.rows = rows;
  }

  /** How many objects of these kinds could not be read. */
  public long damaged() {
    return damaged;
  }

  @Override
  public void accept(RpslObject object) {
    try {
      switch (object.type()) {
        case "route", "route6" -> route(object);
        case "aut-num" -> rows.autNum(Asn.parse(object.key()), policy(object), keepers(object));
        case "as-set" -> rows.asSet(set(object), keepers(object));
        case "mntner" -> rows.maintainer(name(object), keepers(object));
        default -> {}
      }
    } catch (IllegalArgumentException wrong) {
      damaged++;
      String reason = object.type() + ": " + wrong.getMessage();
      rows.damaged(new Warning(Fault.ROW_UNREADABLE, Place.row(object.line()), reason));
    }
  }

  private void route(RpslObject object) {
    Prefix prefix = Prefix.parse(object.key());
    if (prefix.isV4() != object.type().equals("route")) {
      throw new IllegalArgumentException("a prefix of the other family: " + prefix);
    }
    Asn origin = Asn.parse(object.first("origin").orElse(""));
    rows.route(prefix, origin, keepers(object));
  }

  private static RoutingRows.Policy policy(RpslObject object) {
    List<String> imports = new ArrayList<>();
    List<String> exports = new ArrayList<>();
    for (RpslObject.Attribute each : object.attributes()) {
      switch (each.name()) {
        case "import", "mp-import" -> imports.add(each.value());
        case "export", "mp-export" -> exports.add(each.value());
        default -> {}
      }
    }
    return new RoutingRows.Policy(
        object.first("as-name").orElse(""), imports, exports, list(object, "member-of"));
  }

  private static RoutingRows.AsSet set(RpslObject object) {
    List<String> members = new ArrayList<>(list(object, "members"));
    members.addAll(list(object, "mp-members"));
    return new RoutingRows.AsSet(name(object), members, list(object, "mbrs-by-ref"));
  }

  private static String name(RpslObject object) {
    String name = object.key().toUpperCase(Locale.ROOT);
    if (name.isEmpty() || name.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("no name: \"" + name + "\"");
    }
    return name;
  }

  private static RoutingRows.Keepers keepers(RpslObject object) {
    String source = object.first("source").orElse("").toUpperCase(Locale.ROOT);
    return new RoutingRows.Keepers(source, list(object, "mnt-by"), notices(object));
  }

  private static List<String> notices(RpslObject object) {
    List<String> mails = new ArrayList<>();
    for (RpslObject.Attribute each : object.attributes()) {
      boolean own = each.name().equals("x-keiro");
      if (own || each.name().equals("descr") || each.name().equals("remarks")) {
        Matcher found = NOTICE.matcher(own ? "X-Keiro: " + each.value() : each.value());
        while (found.find()) {
          mails.addAll(words(found.group(1)));
        }
      }
    }
    return mails.stream().distinct().toList();
  }

  /** The words of every value of an attribute, with blanks and commas between, in capitals. */
  private static List<String> list(RpslObject object, String attribute) {
    return object.all(attribute).stream()
        .flatMap(value -> words(value.toUpperCase(Locale.ROOT)).stream())
        .toList();
  }

  private static List<String> words(String value) {
    return BETWEEN.splitAsStream(value).filter(word -> !word.isEmpty()).toList();
  }
}
