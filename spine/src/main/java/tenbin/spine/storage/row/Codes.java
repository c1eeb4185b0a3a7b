package tenbin.spine.storage.row;

import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;

/** The numbers that stand for enum constants on disk; they never change their meaning. */
public final class Codes {
  private static final Severity[] SEVERITIES = {
    Severity.NOT_TOLD,
    Severity.INFO,
    Severity.LOW,
    Severity.MEDIUM,
    Severity.HIGH,
    Severity.CRITICAL
  };

  private Codes() {}

  static int of(Severity severity) {
    return switch (severity) {
      case NOT_TOLD -> 0;
      case INFO -> 1;
      case LOW -> 2;
      case MEDIUM -> 3;
      case HIGH -> 4;
      case CRITICAL -> 5;
    };
  }

  static Severity severity(int code) {
    return SEVERITIES[code];
  }

  static int of(Sides sides) {
    return switch (sides) {
      case ABOUT_SOURCE -> 0;
      case ABOUT_SOURCE_SENSOR_DESTINATION -> 1;
      case ABOUT_DESTINATION -> 2;
      case ABOUT_DESTINATION_SENSOR_SOURCE -> 3;
    };
  }

  static Sides sides(int code) {
    return switch (code) {
      case 0 -> Sides.ABOUT_SOURCE;
      case 1 -> Sides.ABOUT_SOURCE_SENSOR_DESTINATION;
      case 2 -> Sides.ABOUT_DESTINATION;
      case 3 -> Sides.ABOUT_DESTINATION_SENSOR_SOURCE;
      default -> throw new IllegalStateException("stored sides: " + code);
    };
  }

  static Transport transport(int number) {
    for (Transport each : Transport.values()) {
      if (each.number() == number) {
        return each;
      }
    }
    throw new IllegalStateException("stored transport: " + number);
  }

  /** The number of a marking, strictest lowest. */
  public static int of(Tlp marking) {
    return switch (marking) {
      case RED -> 0;
      case AMBER_STRICT -> 1;
      case AMBER -> 2;
      case GREEN -> 3;
      case CLEAR -> 4;
    };
  }

  /** The marking of a number. */
  public static Tlp marking(int code) {
    return switch (code) {
      case 0 -> Tlp.RED;
      case 1 -> Tlp.AMBER_STRICT;
      case 2 -> Tlp.AMBER;
      case 3 -> Tlp.GREEN;
      case 4 -> Tlp.CLEAR;
      default -> throw new IllegalStateException("stored marking: " + code);
    };
  }
}
