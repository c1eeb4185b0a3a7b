package tenbin.proof.correlate;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.generator.CircleParameters;
import tenbin.proof.generator.Day;
import tenbin.proof.generator.DayGenerator;
import tenbin.proof.generator.Planted;

/**
 * A day of ten million events of fifty members through the correlator: how fast, and how much of
 * what was planted it finds, beside the naive rule. It makes its own input; a file, if any, tells
 * parameters of the day otherwise, as lines {@code name = number} ({@link CircleParameters#with}).
 *
 * <p>What counts as found: {@link Score}. A finding that is not right is false, whatever part of
 * the truth it holds, and each false one counts against the one a day that is allowed.
 */
public final class CorrelateBench implements Bench {
  private static final double LEAST_RECALL = 0.95;
  private static final double LEAST_PRECISION = 0.9;
  private static final int MOST_FALSE = 1;
  private static final double NAIVE_BELOW = 0.5;

  private final CircleParameters usual;

  public CorrelateBench() {
    this(CircleParameters.USUAL);
  }

  CorrelateBench(CircleParameters circle) {
    this.usual = circle;
  }

  @Override
  public String name() {
    return "correlate";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    CircleParameters circle = input.isPresent() ? usual.with(told(input.get())) : usual;
    Day day = DayGenerator.day(circle, random);
    Replay replay = new Replay(day);
    Score groups = Score.of(day, Planted.Sort.PEER_GROUP, replay.findings());
    Score campaigns = Score.of(day, Planted.Sort.CAMPAIGN, replay.findings());
    Score all = groups.plus(campaigns);
    NaiveRule naive = new NaiveRule(day);
    long oneCounter = new OneValue().counters();
    boolean ok =
        all.recall() >= LEAST_RECALL
            && all.precision() >= LEAST_PRECISION
            && all.wrong() <= MOST_FALSE
            && naive.precision() < NAIVE_BELOW
            && oneCounter == 1;
    String described = circle.members() + " members, one generated day";
    return BenchResult.of(name(), described, day.size(), replay.time(), ok)
        .with("recall", rounded(all.recall()))
        .with("precision", rounded(all.precision()))
        .with("falseGroupsPerDay", all.wrong())
        .with("groupRecall", rounded(groups.recall()))
        .with("groupPrecision", rounded(groups.precision()))
        .with("campaignRecall", rounded(campaigns.recall()))
        .with("campaignPrecision", rounded(campaigns.precision()))
        .with("plantedGroups", groups.planted())
        .with("plantedCampaigns", campaigns.planted())
        .with("naivePrecision", rounded(naive.precision()))
        .with("naiveRecall", rounded(naive.recall(day.planted().size())))
        .with("naiveClaims", naive.claims())
        .with("counters", replay.correlator().counters())
        .with("evicted", replay.correlator().evicted())
        .with("countersAfterMillion", oneCounter);
  }

  private static Map<String, Double> told(Path file) throws IOException {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    }
    Map<String, Double> told = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      told.put(name, Double.valueOf(lines.getProperty(name)));
    }
    return told;
  }

  private static double rounded(double share) {
    return Math.round(share * 1e4) / 1e4;
  }
}
