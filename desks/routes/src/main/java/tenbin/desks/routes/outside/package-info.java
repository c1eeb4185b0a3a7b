/**
 * Maintainers outside the circle who asked in their routing registry to be told.
 *
 * <p>In: route objects and mntner objects of registries; what members declare.
 *
 * <p>Out: what the watch looks after for them, and who asked about which prefix.
 *
 * <p>Called by: the watch, whoever tells people, the secretariat's page.
 *
 * <p>Never: takes an address from anything but a mntner object's own wish for notices.
 */
@NullMarked
package tenbin.desks.routes.outside;

import org.jspecify.annotations.NullMarked;
