package tenbin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.standard.StandardFormats;

/** A sink that remembers, and the readings that tests want of it. */
public final class Heard implements Sink {
  /** When every report of these tests came. */
  public static final Instant RECEIVED = Instant.parse("2026-03-01T00:00:00Z");

  private final List<Observation> observations = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Tlp> markings = new ArrayList<>();
  private Optional<Warning> refusal = Optional.empty();
  private String format = "";

  /** Reads a text that came under a name, in whatever format it is. */
  public static Heard of(String name, String text) {
    return of(name, new ByteArrayInputStream(text.getBytes(UTF_8)), Limits.USUAL);
  }

  /** Reads bytes that came under a name, in whatever format they are. */
  public static Heard of(String name, byte[] bytes) {
    return of(name, new ByteArrayInputStream(bytes), Limits.USUAL);
  }

  /** Reads a stream within limits. */
  public static Heard of(String name, InputStream bytes, Limits limits) {
    Heard heard = new Heard();
    Report report = new Report(name, bytes, RECEIVED, Optional.empty(), limits);
    try {
      heard.format =
          new Reading(StandardFormats.all(), InstantSource.fixed(RECEIVED))
              .read(report, heard)
              .name();
    } catch (Refused refused) {
      heard.refusal = Optional.of(refused.warning());
    } catch (IOException impossible) {
      throw new AssertionError("a stream in memory does not fail", impossible);
    }
    return heard;
  }

  /** Small limits, so that reaching one takes no gigabytes. */
  public static Limits small() {
    return new Limits(100_000, 100, 10_000, 100, 24, 20, 1_000, Duration.ofMinutes(1));
  }

  @Override
  public void observation(Observation seen) {
    observations.add(seen);
  }

  @Override
  public void warning(Warning warning) {
    warnings.add(warning);
  }

  @Override
  public void marking(Tlp marking) {
    markings.add(marking);
  }

  public List<Observation> observations() {
    return observations;
  }

  /** The only observation. */
  public Observation only() {
    if (observations.size() != 1) {
      throw new AssertionError(observations.size() + " observations; " + warnings + refusal);
    }
    return observations.getFirst();
  }

  public List<Warning> warnings() {
    return warnings;
  }

  /** The faults that were warned of, documentation addresses left out: fixtures have no others. */
  public List<Fault> faults() {
    return warnings.stream()
        .map(Warning::fault)
        .filter(fault -> fault != Fault.ADDRESS_NOT_GLOBAL)
        .toList();
  }

  public List<Tlp> markings() {
    return markings;
  }

  /** Why the report was refused, the detail cut off; empty when it was read. */
  public Optional<Fault> refused() {
    return refusal.map(Warning::fault);
  }

  /** What the refusal says, "" when there was none. */
  public String refusal() {
    return refusal.map(Warning::detail).orElse("");
  }

  /** As what it was read, "" when it was refused. */
  public String format() {
    return format;
  }
}
