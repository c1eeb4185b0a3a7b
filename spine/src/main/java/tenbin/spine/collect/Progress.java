package tenbin.spine.collect;

import tenbin.nouns.report.Digest;

/**
 * How far an upload is.
 *
 * @param digest of the whole
 * @param durableBytes on disk and flushed: where to go on
 * @param acknowledged the whole is durable and its digest was right: the sender may forget it
 * @param knownBefore the same bytes had been acknowledged before: nothing changed
 */
public record Progress(
    Digest digest, long durableBytes, boolean acknowledged, boolean knownBefore) {}
