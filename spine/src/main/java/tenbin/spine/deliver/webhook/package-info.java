/**
 * Disclosures to a recipient's own web server, signed.
 *
 * <p>In: a parcel and the address that its recipient gave.
 *
 * <p>Out: one POST, or the reason why not.
 *
 * <p>Called by: the outbox.
 *
 * <p>Never: follows a redirect; connects to an address that it has not checked.
 */
@NullMarked
package tenbin.spine.deliver.webhook;

import org.jspecify.annotations.NullMarked;
