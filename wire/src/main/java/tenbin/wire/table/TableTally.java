package tenbin.wire.table;

/**
 * What reading a table came to.
 *
 * @param lines of the file
 * @param entries that were handed over
 * @param damaged lines or objects that were not; each was told as a warning
 */
public record TableTally(long lines, long entries, long damaged) {}
