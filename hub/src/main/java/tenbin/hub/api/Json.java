package tenbin.hub.api;

import java.util.Locale;

/** How values look in the API's JSON. */
final class Json {
  private Json() {}

  static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
