package tenbin.spine.deliver;

import tenbin.nouns.net.Prefix;

/**
 * So many rows of a class about one cell of a recipient's own space.
 *
 * @param cell the block; how large it is says {@link Space}
 * @param type RSIT type
 * @param own whether the recipient's own sensors and feeds told of them
 * @param rows how many
 */
public record CellTally(Prefix cell, String type, boolean own, long rows) {}
