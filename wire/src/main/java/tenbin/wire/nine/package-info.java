/**
 * The classic nine columns that national CERTs mail to operators.
 *
 * <p>In: Disclosures.
 *
 * <p>Out: CSV: asn, ip, timestamp, malware, src_port, dst_ip, dst_port, dst_host, proto.
 *
 * <p>Called by: mail digests, downloads.
 *
 * <p>Never: fills a column from anything but the Disclosure.
 */
@NullMarked
package tenbin.wire.nine;

import org.jspecify.annotations.NullMarked;
