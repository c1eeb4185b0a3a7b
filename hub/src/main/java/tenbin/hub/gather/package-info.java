/**
 * Pages and API of groups and skills.
 *
 * <p>In: requests of members' people and programs.
 *
 * <p>Out: groups, minutes and skills as the balance disclosed them, each with a line in the ledger.
 *
 * <p>Called by: the hub's server.
 *
 * <p>Never: tells of a group among members to anybody outside it: its address is one of nothing.
 */
@NullMarked
package tenbin.hub.gather;

import org.jspecify.annotations.NullMarked;
