/**
 * MRT: what collectors and routers write down of BGP (RFC 6396, 8050), and the line form in which
 * operators read it.
 *
 * <p>In: a file, plain or compressed, as a stream.
 *
 * <p>Out: its updates, table entries and changes of state; what is damaged, with its offset.
 *
 * <p>Called by: the routes desk and its acts.
 *
 * <p>Never: drops a file for a record; holds more of one than a record.
 */
@NullMarked
package tenbin.wire.mrt;

import org.jspecify.annotations.NullMarked;
