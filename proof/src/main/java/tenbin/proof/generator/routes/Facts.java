package tenbin.proof.generator.routes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.net.Prefix;

/** What was published of an incident, and how it is played in a world. */
interface Facts {
  /** When its first route came, UTC. */
  Instant begin();

  /** Who is connected with whom, of those whom it names. */
  void links(Topology topology);

  /** What those whom it names announced before, prefix by prefix, with the AS. */
  Map<Prefix, Long> prefixes();

  /** ASes whose routers saw it, as published paths begin. */
  List<Long> vantages();

  /** How many networks were touched. */
  int networks();

  /** How many prefixes of the table before it touched as they stood there. */
  default int exact() {
    return 0;
  }

  /** Those whom it names that are members of the circle. */
  List<Long> members();

  /** The share of prefixes with a ROA in its year. */
  double roas();

  /** Prefixes of which it is known that they had one. */
  default Set<Prefix> signed() {
    return Set.of();
  }

  /** Networks of exchange points that it touched, with their names. */
  default Map<Prefix, String> exchanges() {
    return Map.of();
  }

  /** Plays it. */
  void play(Stage stage);
}
