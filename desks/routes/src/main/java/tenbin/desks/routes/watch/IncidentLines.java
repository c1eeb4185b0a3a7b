package tenbin.desks.routes.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.net.Prefix;
import tenbin.wire.json.JsonText;

/**
 * A JSON object a line for every notice, and one for every incident as it stood at the end. For
 * one's own eyes: nothing is left out.
 */
public final class IncidentLines implements IncidentSink {
  private final Appendable out;
  private final int most;
  private final Map<UUID, Incident> incidents = new LinkedHashMap<>();
  private final Map<UUID, Map<Prefix, Affected>> prefixes = new LinkedHashMap<>();

  /**
   * Lines to somewhere.
   *
   * @param most prefixes that a line names; the others are counted
   */
  public IncidentLines(Appendable out, int most) {
    this.out = out;
    this.most = most;
  }

  @Override
  public void notice(Notice notice) {
    line(notice.what().name().toLowerCase(Locale.ROOT), notice.incident());
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {
    incidents.put(incident.id(), incident);
    Map<Prefix, Affected> kept =
        prefixes.computeIfAbsent(incident.id(), each -> new LinkedHashMap<>());
    changed.forEach(each -> kept.put(each.prefix(), each));
  }

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {
    // Pictures are not lines.
  }

  /** How each incident stood, in the order in which they began. */
  public void end() {
    incidents.values().forEach(each -> line("stands", each));
  }

  private void line(String notice, Incident incident) {
    JsonText line = new JsonText().object().text("notice", notice);
    head(line, incident);
    line.array("evidence");
    incident.evidence().forEach(tag -> tag(line, tag));
    line.endArray().array("impact");
    incident.impact().forEach(impact -> impact(line, impact));
    line.endArray().number("others", incident.others());
    line.array("affected");
    prefixes.getOrDefault(incident.id(), Map.of()).values().stream()
        .limit(most)
        .forEach(each -> affected(line, each));
    try {
      out.append(line.endArray().endObject().take()).append('\n');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void head(JsonText line, Incident incident) {
    line.text("id", incident.id().toString())
        .text("kind", incident.cause().kind().text())
        .text("code", incident.cause().kind().code())
        .number("by", incident.cause().by().number())
        .text("about", incident.cause().about())
        .text("state", incident.state().text())
        .text("begin", incident.begin().toString())
        .text("last", incident.last().toString());
    incident.end().ifPresent(end -> line.text("end", end.toString()));
    line.number("prefixes", incident.prefixes())
        .number("now", incident.now())
        .number("vantages", incident.vantages())
        .number("of", incident.of())
        .number("score", incident.score())
        .number("reopened", incident.reopened());
  }

  private static void tag(JsonText line, Tag tag) {
    line.object()
        .text("name", tag.name())
        .number("score", tag.score())
        .text("detail", tag.detail())
        .endObject();
  }

  private static void impact(JsonText line, Impact impact) {
    line.object()
        .text("member", impact.member().toString())
        .number("prefixes", impact.prefixes())
        .number("now", impact.now())
        .endObject();
  }

  private static void affected(JsonText line, Affected each) {
    line.object().text("prefix", each.prefix().toString()).text("of", each.of().toString());
    each.member().ifPresent(member -> line.text("member", member.toString()));
    line.number("expected", each.expected().number())
        .number("observed", each.observed().number())
        .text("begin", each.begin().toString());
    each.end().ifPresent(end -> line.text("end", end.toString()));
    line.number("vantages", each.vantages())
        .number("mostVantages", each.mostVantages())
        .text("path", each.path())
        .endObject();
  }
}
