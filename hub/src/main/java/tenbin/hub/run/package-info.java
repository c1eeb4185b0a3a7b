/**
 * One hub put together and running: its spine, its books, its server.
 *
 * <p>In: where its state lies, where it listens.
 *
 * <p>Out: a running hub, until it is closed.
 *
 * <p>Called by: the acts {@code up} and {@code demo}, the stories in proof.
 *
 * <p>Never: leaves a process or a port behind when it is closed.
 */
@NullMarked
package tenbin.hub.run;

import org.jspecify.annotations.NullMarked;
