package tenbin.desks.routes.incident;

import java.util.List;

/** Takes what the watch finds, as it finds it. */
public interface IncidentSink {
  /** People are to be told. */
  void notice(Notice notice);

  /** How an incident stands now, with those of its prefixes that changed since the last time. */
  void stands(Incident incident, List<Affected> changed);

  /** Steps of its picture since the last time. */
  void seen(Incident incident, List<PathSeen> steps);
}
