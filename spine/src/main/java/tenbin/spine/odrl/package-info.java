/**
 * Grounds as ODRL 2.2 (W3C, Open Digital Rights Language), as far as ODRL can say them.
 *
 * <p>In: policy sets; ODRL policies as JSON-LD.
 *
 * <p>Out: ODRL policies with the list of what they leave out; drafts of policy files with the rules
 * that were refused.
 *
 * <p>Called by: the command line.
 *
 * <p>Never: leaves a constraint out of a permission silently: that would widen it.
 */
@NullMarked
package tenbin.spine.odrl;

import org.jspecify.annotations.NullMarked;
