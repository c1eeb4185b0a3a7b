/**
 * Declarations as people keep them in files: our own form, and what BGPalerter and ARTEMIS are
 * configured with.
 *
 * <p>In: texts.
 *
 * <p>Out: declarations, what was wrong and what our form does not say, each with its line; texts in
 * our own form.
 *
 * <p>Called by: the configuration's page and acts.
 *
 * <p>Never: drops anything without a word; counts a range of prefixes out.
 */
@NullMarked
package tenbin.desks.routes.declare.file;

import org.jspecify.annotations.NullMarked;
