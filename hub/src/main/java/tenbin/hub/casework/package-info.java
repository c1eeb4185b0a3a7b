/**
 * One case, as its members work in it: who is concerned, what each says, what it does and what
 * stops it; the pages and the API side by side.
 *
 * <p>In: the case book and what people wrote into a case; what the looker's member may know of it.
 *
 * <p>Out: pages and JSON of what was released, each with a line in the ledger.
 *
 * <p>Called by: people in browsers, programs of members.
 *
 * <p>Never: names a member to another that did not let it; tells who was first.
 */
@NullMarked
package tenbin.hub.casework;

import org.jspecify.annotations.NullMarked;
