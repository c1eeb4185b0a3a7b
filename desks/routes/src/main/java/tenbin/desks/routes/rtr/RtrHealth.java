package tenbin.desks.routes.rtr;

import java.util.Optional;

/**
 * How a client and its cache get on.
 *
 * @param connected whether there is a connection now
 * @param version of the protocol that is spoken, or tried next
 * @param last the last whole version
 * @param expired whether that does not count any more
 * @param connections since the start
 * @param trouble why the last connection ended, or none came about; empty for none yet
 */
public record RtrHealth(
    boolean connected,
    int version,
    Optional<RpkiVersion> last,
    boolean expired,
    long connections,
    String trouble) {}
