package tenbin.proof.generator.routes;

import java.time.Instant;
import tenbin.nouns.net.Prefix;

/**
 * Something harmless around an incident: an alarm on it is false.
 *
 * @param what "own-more-specific", "prepend", "path-change", "flap"
 * @param asn whose doing
 * @param at when
 * @param prefix of which
 */
public record Benign(String what, long asn, Instant at, Prefix prefix) {}
