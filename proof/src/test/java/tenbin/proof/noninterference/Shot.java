package tenbin.proof.noninterference;

/**
 * What the recipient got at one probe.
 *
 * @param probe where
 * @param bytes what, each byte a sign of Latin 1
 */
record Shot(String probe, String bytes) {}
