package tenbin.nouns.observation;

import tenbin.nouns.time.Moment;

/**
 * What one sensor saw, once, as one row of one report told it. Values not told are the empty value
 * of their type ({@link Endpoint#NONE}, "", 1 for the count), never null.
 *
 * @param row where in the report: 1 for the first row of data; mails count over all their parts
 * @param kind what it was
 * @param severity how bad the reporter finds it
 * @param time when, with the clock's error
 * @param transport over what
 * @param source who began it
 * @param destination whom it reached
 * @param sides which of the two it is about, and which is the sensor
 * @param url the address of what was found, empty when not told
 * @param sensor which sensor or feed saw it, empty when not told; never shown to a recipient
 * @param count how often, by the reporter's own count; at least 1
 * @param extra everything else that the row told
 */
public record Observation(
    long row,
    Kind kind,
    Severity severity,
    Moment time,
    Transport transport,
    Endpoint source,
    Endpoint destination,
    Sides sides,
    String url,
    String sensor,
    long count,
    Extra extra) {

  public Observation {
    if (row < 1 || count < 1) {
      throw new IllegalArgumentException("row " + row + ", count " + count);
    }
  }

  /** The side that the observation is about: whose network is to be told. */
  public Endpoint about() {
    return sides.aboutSource() ? source : destination;
  }

  /** The other side. */
  public Endpoint counterpart() {
    return sides.aboutSource() ? destination : source;
  }

  public static Builder builder(Kind kind, Moment time) {
    return new Builder(kind, time);
  }

  /** Collects what a row tells; everything starts as not told. */
  public static final class Builder {
    private final Kind kind;
    private final Moment time;
    private long row = 1;
    private Severity severity = Severity.NOT_TOLD;
    private Transport transport = Transport.NOT_TOLD;
    private Endpoint source = Endpoint.NONE;
    private Endpoint destination = Endpoint.NONE;
    private Sides sides = Sides.ABOUT_SOURCE;
    private String url = "";
    private String sensor = "";
    private long count = 1;
    private Extra extra = Extra.NONE;

    private Builder(Kind kind, Moment time) {
      this.kind = kind;
      this.time = time;
    }

    public Builder row(long value) {
      row = value;
      return this;
    }

    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    public Builder transport(Transport value) {
      transport = value;
      return this;
    }

    public Builder source(Endpoint value) {
      source = value;
      return this;
    }

    public Builder destination(Endpoint value) {
      destination = value;
      return this;
    }

    public Builder sides(Sides value) {
      sides = value;
      return this;
    }

    public Builder url(String value) {
      url = value;
      return this;
    }

    public Builder sensor(String value) {
      sensor = value;
      return this;
    }

    public Builder count(long value) {
      count = value;
      return this;
    }

    public Builder extra(Extra value) {
      extra = value;
      return this;
    }

    public Observation build() {
      return new Observation(
          row,
          kind,
          severity,
          time,
          transport,
          source,
          destination,
          sides,
          url,
          sensor,
          count,
          extra);
    }
  }
}
