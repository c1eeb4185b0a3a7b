/**
 * What follows for what had gone out when a ground ends: recalls and their acknowledgements.
 *
 * <p>In: lines of the book of grounds that end something, each recipient's own lines of the ledger.
 *
 * <p>Out: a recall for every recipient whose deliveries rested on nothing else, with the
 * deliveries; notes where they rest on something else now; who has not acknowledged in time.
 *
 * <p>Called by: a round of the hub, the pages, the API, the mail.
 *
 * <p>Never: changes a line of the ledger; tells one recipient of another.
 */
@NullMarked
package tenbin.spine.recall;

import org.jspecify.annotations.NullMarked;
