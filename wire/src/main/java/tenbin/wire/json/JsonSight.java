package tenbin.wire.json;

import java.util.regex.Pattern;
import tenbin.wire.Sample;

/** Whether a sample is JSON data, and which members it has. */
public final class JsonSight {
  /** A schema of a format names the format's members, too. */
  private static final Pattern SCHEMA =
      Pattern.compile("\"\\$schema\"\\s*:\\s*\"https?://json-schema\\.org");

  private final String text;
  private final boolean json;

  public JsonSight(Sample sample) {
    text = sample.text();
    json = begins(text) && !SCHEMA.matcher(text).find();
  }

  public boolean isJson() {
    return json;
  }

  /** Whether a member whose name matches is there; dots are dots. */
  public boolean has(String names) {
    return json && Pattern.compile("\"(?:" + names + ")\"\\s*:").matcher(text).find();
  }

  /** Whether a member with this very text is there. */
  public boolean has(String name, String value) {
    return json
        && Pattern.compile("\"" + name + "\"\\s*:\\s*\"" + value + "\"").matcher(text).find();
  }

  private static boolean begins(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\ufeff') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }
}
