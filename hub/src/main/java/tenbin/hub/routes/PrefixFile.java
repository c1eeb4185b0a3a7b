package tenbin.hub.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tools.jackson.databind.json.JsonMapper;

/** Prefixes in a format that somebody asked for. */
final class PrefixFile {
  private final String ending;
  private final byte[] bytes;

  private PrefixFile(String ending, byte[] bytes) {
    this.ending = ending;
    this.bytes = bytes;
  }

  /** "csv" or "json"; empty for every other. */
  static Optional<PrefixFile> of(String format, List<Disclosure> prefixes) {
    return switch (format) {
      case "csv" -> Optional.of(new PrefixFile("csv", RouteTable.csv(prefixes)));
      case "json" -> Optional.of(new PrefixFile("json", json(prefixes)));
      default -> Optional.empty();
    };
  }

  private static byte[] json(List<Disclosure> prefixes) {
    return JsonMapper.shared().writeValueAsBytes(Map.of("prefixes", bodies(prefixes)));
  }

  static List<Map<String, String>> bodies(List<Disclosure> prefixes) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Disclosure each : prefixes) {
      Map<String, String> body = new LinkedHashMap<>();
      each.facts().forEach(fact -> body.put(fact.name(), fact.value()));
      all.add(body);
    }
    return all;
  }

  String ending() {
    return ending;
  }

  /** The bytes themselves, no copy: they are about to be written and forgotten. */
  byte[] bytes() {
    return bytes;
  }
}
