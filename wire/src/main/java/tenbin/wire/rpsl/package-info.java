/**
 * Registry databases in RPSL (RFC 2622, RFC 4012): objects, and abuse contacts by their chains.
 *
 * <p>In: split or whole database files, gigabytes of them, plain or gzip.
 *
 * <p>Out: objects one by one; mail addresses by prefix and AS number.
 *
 * <p>Called by: attribute, which makes its tables of them.
 *
 * <p>Never: holds more of a database than the chains need.
 */
@NullMarked
package tenbin.wire.rpsl;

import org.jspecify.annotations.NullMarked;
