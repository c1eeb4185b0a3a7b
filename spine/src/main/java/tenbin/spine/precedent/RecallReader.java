package tenbin.spine.precedent;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.recall.Delivered;
import tenbin.spine.yaml.Leaf;
import tenbin.spine.yaml.YamlFault;

/** Reads a revocation with what had gone out before. */
final class RecallReader {
  private RecallReader() {}

  static RecallTrial read(
      String name, Leaf at, Situation situation, Optional<Expectation> expected) {
    List<RecallTrial.Out> out = new ArrayList<>();
    List<YamlFault> faults = new ArrayList<>();
    Optional<PolicySet> policy = Optional.empty();
    for (Leaf each : at.list("deliveries")) {
      QuestionTrial asked =
          situation
              .with(new Layer(each.at("given"), each.at("ask"), situation.folder()))
              .trial(name, Optional.empty());
      faults.addAll(asked.faults());
      policy = policy.or(asked::policy);
      Delivered.Shape shape =
          Delivered.Shape.valueOf(each.text("shape", "row").toUpperCase(Locale.ROOT));
      asked
          .question()
          .ifPresent(question -> out.add(new RecallTrial.Out(each.text("id"), question, shape)));
    }
    return new RecallTrial(name, policy, terms(at), out, expected, faults);
  }

  private static RecallTrial.Terms terms(Leaf at) {
    Map<String, Instant> acknowledged = new LinkedHashMap<>();
    Leaf told = at.at("acknowledged");
    for (String id : told.node().propertyNames()) {
      told.time(id).ifPresent(when -> acknowledged.put(id, when));
    }
    Instant now = at.time("now").orElse(Instant.EPOCH);
    return new RecallTrial.Terms(
        at.text("basis"), now, within(at), acknowledged, at.time("looked").orElse(now));
  }

  private static Duration within(Leaf at) {
    String told = at.text("acknowledge-within", "P3D");
    try {
      return Duration.parse(told);
    } catch (DateTimeException wrong) {
      at.at("acknowledge-within").fault("not days or hours such as P3D: " + told);
      return Duration.ZERO;
    }
  }
}
