/**
 * The hub in numbers, for those who keep it running: how long answers take, what waits, what is
 * left of the disk.
 *
 * <p>In: the hub's checkup, every answer's time by the address's pattern, the Java machine.
 *
 * <p>Out: the text exposition format of Prometheus.
 *
 * <p>Called by: a monitoring program with a token of the secretariat for it.
 *
 * <p>Never: names a member, a person or an address; counts anything per member.
 */
@NullMarked
package tenbin.hub.measure;

import org.jspecify.annotations.NullMarked;
