/**
 * What members say of their own routing: whose their prefixes are, behind whom they are reached. It
 * outranks everything that is learnt.
 *
 * <p>In: what a member writes, imports from the configuration of another tool, or accepts of what
 * registries and tables propose.
 *
 * <p>Out: declarations, looked up by prefix and by AS.
 *
 * <p>Called by: the detectors, the configuration's page and acts.
 *
 * <p>Never: takes a member's word about a prefix that is not that member's.
 */
@NullMarked
package tenbin.desks.routes.declare;

import org.jspecify.annotations.NullMarked;
