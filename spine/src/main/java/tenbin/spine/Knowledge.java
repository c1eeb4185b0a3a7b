package tenbin.spine;

import java.util.List;
import java.util.function.Function;
import tenbin.nouns.member.Circle;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.attribute.Tables;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.roster.Conflict;
import tenbin.spine.roster.Conflicts;

/**
 * How a circle is read and what is built of it.
 *
 * @param read the circle of its text
 * @param conflicts what two members claim at once
 * @param attributor tables for this circle
 */
public record Knowledge(
    Function<String, Circle> read,
    Function<Circle, List<Conflict>> conflicts,
    Function<Circle, Attributor> attributor) {

  /** The circle file and tables as they are; a file with faults is refused with all of them. */
  public static Knowledge with(Tables tables) {
    return new Knowledge(
        yaml -> CircleFile.read(yaml).orThrow(),
        Conflicts::of,
        circle -> new TableAttributor(circle, tables));
  }
}
