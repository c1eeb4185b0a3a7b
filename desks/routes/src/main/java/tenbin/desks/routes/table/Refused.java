package tenbin.desks.routes.table;

/**
 * What a table did not take since it was made, because it was full.
 *
 * @param prefixes announcements of prefixes beyond the limit
 * @param origins announcements of one more origin of a prefix than are kept
 * @param vantages words of vantage points beyond the limit
 * @param links pairs of ASes beyond the limit
 * @param sets AS_SETs that are kept as {@link OriginSets#OTHER}
 */
public record Refused(long prefixes, long origins, long vantages, long links, long sets) {}
