/**
 * What happened to an organisation, as it told it.
 *
 * <p>In: values by field, as people typed them.
 *
 * <p>Out: a report whose every field has its category; faults with field and line.
 *
 * <p>Called by: the incident book, the portal, the balance's items.
 *
 * <p>Never: says who may know it.
 */
@NullMarked
package tenbin.nouns.incident;

import org.jspecify.annotations.NullMarked;
