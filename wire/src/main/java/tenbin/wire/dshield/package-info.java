/**
 * DShield's block list and DShield's firewall log rows.
 *
 * <p>In: tab-separated text with comments.
 *
 * <p>Out: observations; a block stands for its first address.
 *
 * <p>Called by: the registry of formats.
 *
 * <p>Never: shows the author or the target of a log row: they are the sensor.
 */
@NullMarked
package tenbin.wire.dshield;

import org.jspecify.annotations.NullMarked;
