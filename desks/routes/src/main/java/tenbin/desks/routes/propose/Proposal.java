package tenbin.desks.routes.propose;

import java.util.List;
import java.util.Map;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.file.DeclarationText;
import tenbin.desks.routes.declare.file.Remarks;

/**
 * A declaration that nobody has made yet.
 *
 * @param declaration what a member could declare
 * @param evidence of its lines
 * @param open what people must decide
 * @param vantages how many vantage points were asked
 */
public record Proposal(
    Declaration declaration,
    Map<Remarks.Line, List<String>> evidence,
    List<Open> open,
    int vantages) {
  public Proposal {
    evidence = Map.copyOf(evidence);
    open = List.copyOf(open);
  }

  /** Whether anything at all is known of the member's ASes. */
  public boolean isEmpty() {
    return declaration.prefixes().isEmpty() && open.isEmpty();
  }

  /** What is said of one line; nothing where nothing is. */
  List<String> on(Remarks.Line line) {
    return evidence.getOrDefault(line, List.of());
  }

  /** In our own form, with the evidence beside each line and what is open at the end. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("# A proposal out of ").append(vantages);
    text.append(" vantage points and registries: nothing counts before it is accepted.\n");
    text.append(DeclarationText.of(List.of(declaration), this::on));
    if (!open.isEmpty()) {
      text.append("# To decide:\n");
    }
    for (Open each : open) {
      text.append("# - ").append(each.what()).append(": ").append(each.why()).append('\n');
    }
    return text.toString();
  }
}
