/**
 * Tables that sort, filter, page and remember, without script: a reader's choice stands in the
 * address, and is found again when the reader comes back.
 *
 * <p>In: all lines that the reader may see, what the address says, what was chosen last.
 *
 * <p>Out: the lines of one page, in order.
 *
 * <p>Called by: the hub's pages.
 *
 * <p>Never: sorts or filters by what a line does not show.
 */
@NullMarked
package tenbin.web.table;

import org.jspecify.annotations.NullMarked;
