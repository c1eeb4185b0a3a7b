/**
 * What programs of members use: /api/v1.
 *
 * <p>In: requests with a token.
 *
 * <p>Out: rows, states, problems.
 *
 * <p>Called by: members' programs, the command line.
 *
 * <p>Never: sees an observation or a storage port.
 */
@NullMarked
package tenbin.hub.api;

import org.jspecify.annotations.NullMarked;
