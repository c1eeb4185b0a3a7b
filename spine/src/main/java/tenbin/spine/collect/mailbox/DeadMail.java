package tenbin.spine.collect.mailbox;

import java.time.Instant;

/**
 * A mail that nobody could be found for, or that was refused. The mail lies in the mailbox's folder
 * for refused ones.
 *
 * @param mail where it was: mailbox, UIDVALIDITY and UID (RFC 9051 section 2.3.1.1)
 * @param mailbox whose
 * @param receivedAt by the hub's clock
 * @param sender as the mail claims, which proves nothing
 * @param title its subject
 * @param why in words
 */
public record DeadMail(
    String mail, String mailbox, Instant receivedAt, String sender, String title, String why) {}
