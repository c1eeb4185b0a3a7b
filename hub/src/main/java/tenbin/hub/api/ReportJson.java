package tenbin.hub.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tenbin.nouns.report.Warning;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportStatus;

/** One's own reports as the API's JSON. */
final class ReportJson {
  private ReportJson() {}

  static Map<String, Object> progress(Progress progress) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("digest", progress.digest().hex());
    body.put("durableBytes", progress.durableBytes());
    body.put("acknowledged", progress.acknowledged());
    body.put("knownBefore", progress.knownBefore());
    return body;
  }

  static Map<String, Object> status(ReportStatus status) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("digest", status.digest().hex());
    body.put("name", status.name());
    body.put("size", status.size());
    body.put("receivedAt", status.receivedAt().toString());
    body.put("state", Json.word(status.state()));
    body.put("format", status.format());
    body.put("rowsRead", status.rowsRead());
    body.put("rowsRefused", status.rowsRefused());
    body.put("rowsFolded", status.rowsFolded());
    Map<String, Long> faults = new TreeMap<>();
    status.faults().forEach((fault, times) -> faults.put(Json.word(fault), times));
    body.put("faults", faults);
    return body;
  }

  static Map<String, Object> warning(Warning warning) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("fault", Json.word(warning.fault()));
    body.put("weight", Json.word(warning.fault().weight()));
    body.put("part", warning.place().part());
    body.put("row", warning.place().row());
    body.put("offset", warning.place().offset());
    body.put("detail", warning.detail());
    return body;
  }
}
