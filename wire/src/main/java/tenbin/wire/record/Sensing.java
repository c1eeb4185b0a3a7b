package tenbin.wire.record;

import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;

/** Which side is the sensor, for formats that do not say it. */
public final class Sensing {
  private Sensing() {}

  /**
   * The sides of an observation about its source. Where somebody was contacted by an attacker, that
   * somebody may be a sensor (honeypot, sinkhole, spam trap, darknet), and a sensor must not be
   * shown: so it counts as one unless the format says otherwise.
   */
  public static Sides ofSource(Rsit rsit) {
    return switch (rsit) {
      case SPAM,
          INFECTED_SYSTEM,
          SCANNER,
          SNIFFING,
          SOCIAL_ENGINEERING,
          IDS_ALERT,
          BRUTE_FORCE,
          EXPLOIT,
          UNDETERMINED,
          OTHER ->
          Sides.ABOUT_SOURCE_SENSOR_DESTINATION;
      default -> Sides.ABOUT_SOURCE;
    };
  }
}
