package tenbin.spine;

import java.util.List;
import java.util.function.Function;
import tenbin.nouns.member.Circle;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.roster.Conflict;

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
    Function<Circle, Attributor> attributor) {}
