package tenbin.spine.correlate;

/**
 * A rare value that a few members saw and, for a while now, nobody else.
 *
 * @param value its key
 * @param companion the key of the value it always came with, 0 when there is none or several
 * @param type what sort of value
 * @param kind index of the kind of its first sighting
 * @param members a {@link MemberSet} of two and more
 * @param first first sighting, seconds since 1970
 * @param last last sighting so far
 * @param count sightings
 * @param gap the longest time, in seconds, that passed before one more member saw it
 * @param listed whether the value may stand in a list that others get
 */
record SharedValue(
    long value,
    long companion,
    ValueType type,
    int kind,
    long members,
    long first,
    long last,
    int count,
    int gap,
    boolean listed) {}
