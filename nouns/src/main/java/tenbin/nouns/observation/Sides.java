package tenbin.nouns.observation;

/**
 * Which side of an observation is which: the side it is about (whose network is to be told) and the
 * side that is the sensor itself (which must not be shown).
 */
public enum Sides {
  /** About the source; no side is the sensor, or none is told: open services, infected sites. */
  ABOUT_SOURCE,
  /** About the source, which contacted the sensor: sinkholes, honeypots, darknets, spam traps. */
  ABOUT_SOURCE_SENSOR_DESTINATION,
  /** About the destination, seen from outside: the victim of a flood. */
  ABOUT_DESTINATION,
  /** About the destination; the source is the sensor: a scan that found something. */
  ABOUT_DESTINATION_SENSOR_SOURCE;

  public boolean aboutSource() {
    return this == ABOUT_SOURCE || this == ABOUT_SOURCE_SENSOR_DESTINATION;
  }

  public boolean sensorIsSource() {
    return this == ABOUT_DESTINATION_SENSOR_SOURCE;
  }

  public boolean sensorIsDestination() {
    return this == ABOUT_SOURCE_SENSOR_DESTINATION;
  }
}
