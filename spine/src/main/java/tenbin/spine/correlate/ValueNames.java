package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of values that a second member saw: the oldest go when there are too many. */
final class ValueNames {
  /** Longer texts are cut for the list: nobody reads more of a URL. */
  private static final int MOST_LENGTH = 2_000;

  private final int most;
  private final LinkedHashMap<Long, String> texts = new LinkedHashMap<>();

  ValueNames(int most) {
    this.most = most;
  }

  void keep(ValueSighting shared) {
    String text = shared.text();
    texts.put(shared.key(), text.substring(0, Math.min(text.length(), MOST_LENGTH)));
    if (texts.size() > most) {
      texts.pollFirstEntry();
    }
  }

  /** The text of a value, "" when it is no longer kept. */
  String of(long value) {
    return texts.getOrDefault(value, "");
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<Long, String> each : texts.entrySet()) {
      out.writeLong(each.getKey());
      out.writeUTF(each.getValue());
    }
  }

  void read(DataInputStream in) throws IOException {
    texts.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      texts.put(in.readLong(), in.readUTF());
    }
  }
}
