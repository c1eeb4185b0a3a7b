/**
 * The registries' statistics exchange format: what was delegated to which country, when.
 *
 * <p>In: delegated and delegated-extended files, plain or gzip.
 *
 * <p>Out: delegations as prefixes and AS numbers; damaged lines as warnings.
 *
 * <p>Called by: attribute, which makes its tables of them.
 *
 * <p>Never: makes an economy of a country code.
 */
@NullMarked
package tenbin.wire.delegated;

import org.jspecify.annotations.NullMarked;
