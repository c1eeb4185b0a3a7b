/**
 * Addresses, prefixes, autonomous systems and host names.
 *
 * <p>In: text and numbers as standards write them.
 *
 * <p>Out: canonical values; IPv4 lives inside IPv6's space as RFC 4291 section 2.5.5.2 maps it.
 *
 * <p>Called by: every room.
 *
 * <p>Never: looks anything up.
 */
@NullMarked
package tenbin.nouns.net;

import org.jspecify.annotations.NullMarked;
