/**
 * What every page shares; Spring lives here and above, nowhere below.
 *
 * <p>In: the roster, people, tokens.
 *
 * <p>Out: a signed-in visitor, a page's frame, words, problems.
 *
 * <p>Called by: the hub's pages and API.
 *
 * <p>Never: knows a desk, an observation or a storage port.
 */
@NullMarked
package tenbin.web;

import org.jspecify.annotations.NullMarked;
