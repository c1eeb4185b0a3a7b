/**
 * Disclosures as a digest in a mail, one per schedule.
 *
 * <p>In: a parcel and a contact's address.
 *
 * <p>Out: one mail with a summary in Japanese and English, rows attached.
 *
 * <p>Called by: the outbox.
 *
 * <p>Never: writes to an address that is no contact of the recipient; puts a value into the
 * subject.
 */
@NullMarked
package tenbin.spine.deliver.mail;

import org.jspecify.annotations.NullMarked;
