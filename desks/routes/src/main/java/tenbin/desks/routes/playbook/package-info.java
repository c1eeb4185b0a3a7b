/**
 * What to do about a route incident: how to look for oneself, what the holder could announce, what
 * to change in a registry, what to write down afterwards.
 *
 * <p>In: prefixes as somebody may know them, what a member declares.
 *
 * <p>Out: plans and texts for people.
 *
 * <p>Called by: the hub's page of an incident and its API.
 *
 * <p>Never: announces anything, or changes a registry.
 */
@NullMarked
package tenbin.desks.routes.playbook;

import org.jspecify.annotations.NullMarked;
