package tenbin.hub.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.tell.PastTold;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.web.exit.WarningTable;
import tools.jackson.databind.json.JsonMapper;

/** An answer in a format that somebody asked for. */
final class PastFile {
  private static final String HEAD = "at,prefix,what,router,vantages,path\r\n";

  private final String ending;
  private final byte[] bytes;

  private PastFile(String ending, byte[] bytes) {
    this.ending = ending;
    this.bytes = bytes;
  }

  /** "csv" or "json"; empty for every other. */
  static Optional<PastFile> of(String format, Map<String, Object> head, PastTold told) {
    return switch (format) {
      case "csv" -> Optional.of(new PastFile("csv", csv(PastLine.of(told))));
      case "json" ->
          Optional.of(
              new PastFile("json", JsonMapper.shared().writeValueAsBytes(body(head, told))));
      default -> Optional.empty();
    };
  }

  private static byte[] csv(List<PastLine> lines) {
    StringBuilder out = new StringBuilder(HEAD);
    for (PastLine each : lines) {
      out.append(cells(each).map(WarningTable::cell).collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return out.toString().getBytes(UTF_8);
  }

  private static Stream<String> cells(PastLine each) {
    return Stream.of(
        each.at().toString(),
        each.prefix(),
        each.what(),
        each.router(),
        each.band().text(),
        each.path());
  }

  static Map<String, Object> body(Map<String, Object> head, PastTold told) {
    Map<String, Object> body = new LinkedHashMap<>(head);
    body.put("kept", told.kept());
    told.first().ifPresent(first -> body.put("first", first.toString()));
    body.put("own", part(told.own()));
    told.circle().ifPresent(part -> body.put("circle", part(part)));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (PastLine each : PastLine.of(told)) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("at", each.at().toString());
      line.put("prefix", each.prefix());
      line.put("what", each.what());
      line.put("router", each.router());
      line.put("vantages", each.band().text());
      line.put("path", each.path());
      lines.add(line);
    }
    body.put("lines", lines);
    return body;
  }

  private static Map<String, Object> part(PastTold.Part part) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("heard", fact(part, RouteFacts.COUNT));
    told.put("whole", fact(part, RouteFacts.NOW));
    told.put("holes", fact(part, RouteFacts.EVENT).lines().toList());
    told.put("prefixes", part.prefixes().size());
    told.put("more-behind", part.next());
    return told;
  }

  static String fact(PastTold.Part part, String name) {
    return part.head().map((Disclosure each) -> each.fact(name)).orElse("");
  }

  String ending() {
    return ending;
  }

  /** The bytes themselves, no copy: they are about to be written and forgotten. */
  byte[] bytes() {
    return bytes;
  }
}
