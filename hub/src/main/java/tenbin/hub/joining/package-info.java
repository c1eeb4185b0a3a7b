/**
 * Joining: the secretariat's board of newcomers, a newcomer's own list of what is left to do, and
 * the proof of members' networks; pages and API side by side.
 *
 * <p>In: invitations, networks, contacts, signatures, as people and programs send them.
 *
 * <p>Out: pages, JSON, letters.
 *
 * <p>Called by: the hub's server.
 *
 * <p>Never: tells a newcomer, or a member, anything of another's networks or joining.
 */
@NullMarked
package tenbin.hub.joining;

import org.jspecify.annotations.NullMarked;
