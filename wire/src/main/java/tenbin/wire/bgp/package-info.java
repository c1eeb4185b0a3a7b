/**
 * BGP messages and what stands in them: path attributes, AS paths, prefixes (RFC 4271, 4760, 6793,
 * 7606, 7911, 8092, 9234).
 *
 * <p>In: the octets of one message or of one block of attributes; what a listening speaker says.
 *
 * <p>Out: values that exist only when they are whole; what is broken, with its place.
 *
 * <p>Called by: the readers of MRT, and whoever speaks BGP or BMP.
 *
 * <p>Never: reads beyond the length that a message says; guesses.
 */
@NullMarked
package tenbin.wire.bgp;

import org.jspecify.annotations.NullMarked;
