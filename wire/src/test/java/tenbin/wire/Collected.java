package tenbin.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.wire.standard.StandardFormats;

/** What one reading of a report handed over: everything a test looks at. */
public final class Collected implements Sink {
  /** When every report of the tests came. */
  public static final Instant RECEIVED = Instant.parse("2026-03-25T06:00:00Z");

  public final List<Observation> observations = new ArrayList<>();
  public final List<Warning> warnings = new ArrayList<>();
  public Optional<Warning> refusal = Optional.empty();

  /** Reads a text as a report of a name. */
  public static Collected of(Reader reader, String name, String text) {
    return of(reader, name, text.getBytes(UTF_8));
  }

  public static Collected of(Reader reader, String name, byte[] bytes) {
    return of(reader, report(name, new ByteArrayInputStream(bytes), Limits.USUAL));
  }

  /** Reads a report; a refusal is part of what is collected. */
  public static Collected of(Reader reader, Report report) {
    Collected all = new Collected();
    try {
      reader.read(report, all);
    } catch (Refused refused) {
      all.refusal = Optional.of(refused.warning());
    } catch (IOException broken) {
      throw new AssertionError("the stream did not throw", broken);
    }
    return all;
  }

  public static Report report(String name, InputStream bytes, Limits limits) {
    return new Report(name, bytes, RECEIVED, Optional.empty(), limits, StandardFormats.all());
  }

  @Override
  public void observation(Observation seen) {
    observations.add(seen);
  }

  @Override
  public void warning(Warning warning) {
    warnings.add(warning);
  }

  /** The faults of all warnings in order. */
  public List<Fault> faults() {
    return warnings.stream().map(Warning::fault).toList();
  }

  /** Why the report was refused. */
  public Fault refused() {
    return refusal.orElseThrow(() -> new AssertionError("was read: " + warnings)).fault();
  }

  public Observation only() {
    if (observations.size() != 1 || refusal.isPresent()) {
      throw new AssertionError(observations + " " + warnings + " " + refusal);
    }
    return observations.getFirst();
  }
}
