/**
 * What RPKI validators hand out: VRPs and ASPAs as JSON files, and the RPKI to router protocol.
 *
 * <p>In: JSON of routinator and rpki-client, plain or packed; octets of a session (RFC 8210).
 *
 * <p>Out: payloads one by one; PDUs; damaged ones as warnings or with the error to answer.
 *
 * <p>Called by: the routes desk, which makes its tables of them.
 *
 * <p>Never: validates a certificate, opens a connection, holds a whole file.
 */
@NullMarked
package tenbin.wire.rpki;

import org.jspecify.annotations.NullMarked;
