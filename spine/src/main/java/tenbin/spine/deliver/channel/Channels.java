package tenbin.spine.deliver.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.wire.Writer;

/**
 * The one place that knows all channels by name, and the formats they may carry. Immutable.
 *
 * @param byName "webhook", "mail"
 * @param byFormat the writers by the name of their format
 */
public record Channels(Map<String, Channel> byName, Map<String, Writer> byFormat) {
  public Channels {
    byName = Map.copyOf(byName);
    byFormat = Map.copyOf(byFormat);
  }

  public static Channels of(Map<String, Channel> byName, List<Writer> writers) {
    Map<String, Writer> byFormat = new TreeMap<>();
    writers.forEach(writer -> byFormat.put(writer.format().name(), writer));
    return new Channels(byName, byFormat);
  }

  Optional<Channel> channel(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<Writer> writer(String format) {
    return Optional.ofNullable(byFormat.get(format));
  }
}
