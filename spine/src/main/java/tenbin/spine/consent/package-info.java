/**
 * Consents as records that other programs and the customer can read: the structure of ISO/IEC TS
 * 27560:2023 in words of the W3C Data Privacy Vocabulary (DPV 2).
 *
 * <p>In: a policy set.
 *
 * <p>Out: a consent record each, the customer's receipt, what a record still lacks.
 *
 * <p>Called by: the command line.
 *
 * <p>Never: invents what nobody recorded; puts another subject into a receipt.
 */
@NullMarked
package tenbin.spine.consent;

import org.jspecify.annotations.NullMarked;
