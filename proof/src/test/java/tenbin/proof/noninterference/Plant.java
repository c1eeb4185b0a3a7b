package tenbin.proof.noninterference;

import java.util.List;
import java.util.function.UnaryOperator;
import tenbin.hub.wiring.HubParts;

/** A leak as a careless programmer makes one, planted around the real thing. */
interface Plant {
  /** A part of the name of every probe at which it shows. */
  String place();

  /** What is to be asked for beside the addresses of its place, by the names of {@link Probes}. */
  default List<String> groups() {
    return List.of();
  }

  /** The parts as the server sees them. */
  default HubParts through(HubParts parts, int others) {
    return parts;
  }

  /** What comes back at its probes, as latin text. */
  default String seen(String probe, String answer, World world) {
    return answer;
  }

  /** How a recipient sees a world through it. */
  default UnaryOperator<Shot> glass(World world) {
    return shot ->
        shot.probe().contains(place())
            ? new Shot(shot.probe(), seen(shot.probe(), shot.bytes(), world))
            : shot;
  }

  /** How much others did: what no recipient may learn. */
  static int othersIn(World world) {
    return world.rows().size() + world.deeds().size();
  }

  /** An answer with one more header field. */
  static String headed(String answer, String field) {
    return answer.replaceFirst("\r\n", "\r\n" + field + "\r\n");
  }

  /** A list with each of its things of a kind changed; anything else as it is. */
  static <T> Object each(Object result, Class<T> kind, UnaryOperator<T> change) {
    return result instanceof List<?> list
        ? list.stream()
            .map(one -> kind.isInstance(one) ? change.apply(kind.cast(one)) : one)
            .toList()
        : result;
  }
}
