package tenbin.hub.act;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.past.PastAnswer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer as JSON lines: had, step, heard, hole, and one that says whether it is whole.
 */
final class PastLines {
  private final Writer out;

  PastLines(Writer out) {
    this.out = out;
  }

  void write(PastAnswer answer) throws IOException {
    for (PastAnswer.Line each : answer.lines()) {
      Map<String, Object> line = line("had", each.from());
      line.put("prefix", each.prefix().toString());
      line.put("path", each.route().path().toString());
      line.put("origin", word(each.route().came()));
      line.put("since", each.since().toString());
      line.put("sure", each.sure() == PastAnswer.Sure.YES);
      write(line);
    }
    for (PastAnswer.Step each : answer.steps()) {
      Map<String, Object> line = line("step", each.from());
      line.put("at", each.at().toString());
      line.put("what", word(each.why()));
      line.put("prefix", each.prefix().toString());
      if (each.route().isThere()) {
        line.put("path", each.route().path().toString());
        line.put("origin", word(each.route().came()));
      }
      write(line);
    }
    heard(answer);
    write(end(answer));
  }

  private void heard(PastAnswer answer) throws IOException {
    for (PastAnswer.Heard each : answer.heard()) {
      Map<String, Object> line = line("heard", each.from());
      line.put("heard", word(each.hearing()));
      each.since().ifPresent(since -> line.put("since", since.toString()));
      write(line);
    }
    for (PastAnswer.Hole each : answer.holes()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("line", "hole");
      each.from().ifPresent(from -> line.putAll(vantage(from)));
      line.put("begin", each.begin().toString());
      line.put("end", each.end().toString());
      line.put("words", each.words());
      write(line);
    }
  }

  private static Map<String, Object> end(PastAnswer answer) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", "end");
    line.put("kept", answer.kept());
    answer.first().ifPresent(first -> line.put("first", first.toString()));
    answer.next().ifPresent(next -> line.put("more-behind", next.toString()));
    line.put("steps-left", answer.stepsLeft());
    return line;
  }

  private static Map<String, Object> line(String what, Vantage from) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("line", what);
    line.putAll(vantage(from));
    return line;
  }

  private static Map<String, Object> vantage(Vantage from) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("feed", from.feed());
    line.put("asn", from.asn().number());
    line.put("address", from.address().toString());
    return line;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void write(Map<String, Object> line) throws IOException {
    out.write(JsonMapper.shared().writeValueAsString(line));
    out.write('\n');
  }
}
