package tenbin.desks.routes.session;

import java.time.Instant;
import java.util.Optional;

/**
 * How it stands with a neighbour.
 *
 * @param since when it is in this state
 * @param routes that it told and did not take back; stale ones with them
 * @param account what it did so far
 * @param negotiated what both OPENs settled; empty without a session
 */
public record NeighbourStatus(
    Neighbour neighbour,
    State state,
    Instant since,
    int routes,
    Account account,
    Optional<Negotiated> negotiated) {}
