package tenbin.spine.correlate;

/** What shared values are counted as: what comes with an artefact is rarer than what does not. */
enum ValueClass {
  ADDRESS,
  /** An address that came with an artefact; it counts as an address as well. */
  ADDRESS_WITH_ARTEFACT,
  ARTEFACT
}
