package tenbin.desks.routes.bmp;

import java.time.Instant;

/**
 * How it stands with a router.
 *
 * @param connected whether it has a connection
 * @param since when that is so
 * @param name as it says itself; "" while it said none
 * @param description as it says itself
 * @param peers that are up
 * @param routes of all of them
 * @param account of its connection, or of the last one
 * @param lastError why the last connection ended; "" while none did
 */
public record RouterStatus(
    Router router,
    boolean connected,
    Instant since,
    String name,
    String description,
    int peers,
    int routes,
    RouterAccount account,
    String lastError) {}
