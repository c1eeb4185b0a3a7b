package tenbin.proof.mrt;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.proof.generator.MrtFile;
import tenbin.wire.mrt.DumpLines;
import tenbin.wire.mrt.MrtReader;
import tenbin.wire.mrt.MrtTally;
import tenbin.wire.mrt.Unpacked;

/**
 * Recorded routes from an MRT file, packed or not: plain unpacking is the floor, then every
 * attribute of every route, then the lines of {@code bgpdump -m}, beside gunzip and bgpdump
 * themselves where they are installed. Without a file it makes one, packed with gzip. Prefixes and
 * paths are compared with a second reading, lines with bgpdump's, counts with a meta.json that lies
 * beside the file.
 */
public final class MrtBench implements Bench {
  private static final int PREFIXES = 120_000;

  @Override
  public String name() {
    return "mrt";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    return input.isPresent() ? run(input.get()) : run(PREFIXES, random);
  }

  BenchResult run(int prefixes, RandomGenerator random) throws IOException {
    Path folder = Files.createTempDirectory("tenbin-bench");
    Path file = folder.resolve("generated.mrt.gz");
    try {
      MrtFile.write(file, prefixes, random);
      return run(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private BenchResult run(Path file) throws IOException {
    Timed<Long> floor = Timed.median(() -> PlainUnpacking.octets(file));
    Timed<Elements> full = Timed.median(() -> decoded(file, allProcessors()));
    long peak = CpuClock.peakMemoryBytes();
    Timed<Lines.Text> lines = Timed.median(() -> lines(file));
    Checks checks = Checks.of(file, full.answer());
    Optional<Bgpdump> peer = Bgpdump.run(file);
    peer.ifPresent(each -> checks.add("bgpdump", each.text().equals(lines.answer())));
    Optional<Gunzip> gunzip = Gunzip.run(file);
    gunzip.ifPresent(each -> checks.add("gunzip", each.octets() == floor.answer()));
    boolean same = floor.isSame() && full.isSame() && lines.isSame();
    BenchResult result =
        new BenchResult(
            name(),
            file.getFileName() + ", " + floor.answer() + " octets unpacked",
            full.answer().count(),
            full.span().cpuSeconds(),
            full.span().wallSeconds(),
            peak,
            same && checks.isRight(),
            Map.of());
    result =
        result
            .with("checkedBy", checks.names())
            .with("floor", floor(floor, full))
            .with("lines", rate(lines.answer().lines(), lines.span().cpuSeconds()));
    if (gunzip.isPresent()) {
      result = result.with("gunzip", told(gunzip.get(), full));
    }
    if (PlainUnpacking.isBzip2(file)) {
      result = result.with("bzip2", Bzip2Cores.measure(file).told());
    }
    return peer.isPresent() ? result.with("peer", told(peer.get(), lines, full)) : result;
  }

  private static int allProcessors() {
    return Runtime.getRuntime().availableProcessors();
  }

  static Elements decoded(Path file, int workers) throws IOException {
    ElementSum sum = new ElementSum();
    try (InputStream in = Unpacked.of(Files.newInputStream(file), workers)) {
      new MrtReader(in, sum).read();
    }
    return sum.elements();
  }

  private static Lines.Text lines(Path file) throws IOException {
    Lines lines = new Lines();
    try (InputStream in = Unpacked.of(Files.newInputStream(file));
        Writer out = new BufferedWriter(new OutputStreamWriter(lines, StandardCharsets.UTF_8))) {
      new MrtReader(in, new MrtTally(new DumpLines(out), word -> {})).read();
    }
    return lines.text();
  }

  private static Map<String, Object> floor(Timed<Long> floor, Timed<Elements> full) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("cpuSeconds", floor.span().cpuSeconds());
    told.put("ratio", ratio(full.span().cpuSeconds(), floor.span().cpuSeconds()));
    return told;
  }

  private static Map<String, Object> told(Gunzip gunzip, Timed<Elements> full) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("cpuSeconds", gunzip.cpuSeconds());
    told.put("ratio", ratio(full.span().cpuSeconds(), gunzip.cpuSeconds()));
    return told;
  }

  private static Map<String, Object> rate(long lines, double cpuSeconds) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("units", lines);
    told.put("cpuSeconds", cpuSeconds);
    told.put("unitsPerCpuSecond", Math.round(lines / cpuSeconds));
    return told;
  }

  private static Map<String, Object> told(
      Bgpdump peer, Timed<Lines.Text> lines, Timed<Elements> full) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", "bgpdump -m");
    told.putAll(rate(peer.text().lines(), peer.cpuSeconds()));
    told.put("sameLines", peer.text().equals(lines.answer()));
    told.put("ratioOfLines", ratio(peer.cpuSeconds(), lines.span().cpuSeconds()));
    told.put("ratioOfDecode", ratio(peer.cpuSeconds(), full.span().cpuSeconds()));
    return told;
  }

  private static double ratio(double one, double other) {
    return other > 0 ? Math.round(100 * one / other) / 100.0 : 0;
  }
}
