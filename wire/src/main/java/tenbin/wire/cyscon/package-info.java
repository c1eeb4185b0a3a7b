/**
 * The YAML that cyscon (C-SIRT) attaches to its mails about infected and phishing sites.
 *
 * <p>In: a flat YAML document, mostly a mail's attachment.
 *
 * <p>Out: one observation a document.
 *
 * <p>Called by: Formats.
 *
 * <p>Never: interprets the mail's own text.
 */
@NullMarked
package tenbin.wire.cyscon;

import org.jspecify.annotations.NullMarked;
