package tenbin.desks.routes.rislive;

import java.time.Instant;
import java.util.Optional;

/**
 * How the feed does.
 *
 * @param connected whether there is a connection now
 * @param connections since the start
 * @param messages that came
 * @param damaged of them that could not be read
 * @param lastRoute when the last route came
 * @param trouble why the last connection ended, or none came about; empty for none yet
 */
public record RisHealth(
    boolean connected,
    long connections,
    long messages,
    long damaged,
    Optional<Instant> lastRoute,
    String trouble) {}
