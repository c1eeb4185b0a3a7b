package tenbin.hub.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * How a hub is to run.
 *
 * @param data its folder
 * @param database a PostgreSQL of the operator's own; empty for the one inside
 * @param circle a circle file to begin with or to apply; empty goes on with the stored one
 * @param host the address it listens on
 * @param port 0 takes a free one
 * @param demo whether anybody may look as anybody, on loopback only
 * @param secure whether browsers reach it by TLS through a proxy
 * @param clock the hub's time
 */
public record HubStart(
    Path data,
    Optional<String> database,
    Optional<Path> circle,
    String host,
    int port,
    boolean demo,
    boolean secure,
    Clock clock) {}
