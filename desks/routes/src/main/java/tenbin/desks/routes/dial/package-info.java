/**
 * What our clients of servers share: when they dial again, and the thread that does what is due.
 *
 * <p>In: that a connection failed or was of use; what to do, and when next.
 *
 * <p>Out: when to dial again; turns, one at a time.
 *
 * <p>Called by: the clients of RIS Live and of RTR caches.
 *
 * <p>Never: opens a connection itself; knows a protocol.
 */
@NullMarked
package tenbin.desks.routes.dial;

import org.jspecify.annotations.NullMarked;
