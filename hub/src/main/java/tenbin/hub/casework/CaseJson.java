package tenbin.hub.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import tenbin.balance.Disclosure;

/** What was released, as programs read it: its id and its facts by name. */
final class CaseJson {
  private CaseJson() {}

  static Map<String, Object> of(Disclosure shown) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", shown.id().toString());
    shown.facts().forEach(fact -> body.put(fact.name(), fact.value()));
    return body;
  }
}
