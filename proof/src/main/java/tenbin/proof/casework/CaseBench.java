package tenbin.proof.casework;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.hub.wiring.PostgresPersonBook;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.storage.Folders;
import tenbin.web.signin.People;

/**
 * The pages of a case of 121 members with 5,000 comments, over the real port of a real hub with its
 * database: each of them by several members in turn, every answer held against what was laid down.
 */
public final class CaseBench implements Bench {
  /** The issue's own promise, a page. */
  private static final double PROMISED_MILLIS = 300;

  private static final int ROUNDS = 30;
  private static final int LOOKERS = 4;
  private static final int OF_PAGE = 50;
  private static final int LAST_PAGE = LargeCase.COMMENTS / OF_PAGE - 1;
  private static final String PASSWORD = "a password of one's own";
  private static final Pattern CASE = Pattern.compile("href=\"/cases/([0-9a-f-]{36})\"");
  private static final Pattern COMMENT = Pattern.compile("comment number ([0-9]+),");

  @Override
  public String name() {
    return "case";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Path data = Files.createTempDirectory("tenbin-bench");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    try {
      Clock clock = Clock.systemUTC();
      Path circle = Files.writeString(data.resolve("circle.yaml"), LargeCase.circle());
      HubStart how =
          new HubStart(
              data.resolve("hub"),
              Optional.empty(),
              Optional.of(circle),
              "127.0.0.1",
              0,
              false,
              false,
              clock);
      try (RunningHub hub = RunningHub.start(how)) {
        new LargeCase(random, clock.instant()).fill(hub.dataSource());
        People people = new People(new PostgresPersonBook(hub.dataSource()), clock);
        for (int i = 0; i < LOOKERS; i++) {
          people.add(LargeCase.member(i), "looker" + i, PASSWORD);
        }
        return measure(hub.address().replaceAll("/$", ""));
      }
    } finally {
      Folders.delete(data);
    }
  }

  private BenchResult measure(String base) throws IOException {
    List<Window> windows = new ArrayList<>();
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < LOOKERS; i++) {
      Window window = new Window(base, "looker" + i, PASSWORD);
      windows.add(window);
      cases.add("/cases/" + Window.first(CASE, window.get("/cases").body()));
    }
    Map<String, double[]> millis = new LinkedHashMap<>();
    boolean right = true;
    int warm = ROUNDS / 3;
    CpuClock clock = CpuClock.start();
    for (String page : pages()) {
      double[] times = new double[ROUNDS];
      for (int round = -warm; round < ROUNDS; round++) {
        int who = Math.floorMod(round, LOOKERS);
        long begin = System.nanoTime();
        HttpResponse<String> answer = windows.get(who).get(cases.get(who) + page);
        double took = (System.nanoTime() - begin) / 1e6;
        right &= isRight(page, answer);
        times[Math.max(round, 0)] = took;
      }
      Arrays.sort(times);
      millis.put(page.isEmpty() ? "case" : page, times);
    }
    return result(millis, clock.stop(), right);
  }

  private static List<String> pages() {
    return List.of(
        "", "/talk", "/talk?page=" + LAST_PAGE / 2, "/talk?page=" + LAST_PAGE, "/method", "/again");
  }

  /** Whether a page shows what it should: which comments, how many members, all papers. */
  private static boolean isRight(String page, HttpResponse<String> answer) {
    String body = answer.body();
    boolean whole =
        answer.statusCode() == 200 && answer.headers().firstValue("Tenbin-Receipt").isPresent();
    return whole
        && switch (page) {
          case "" -> body.contains("3 or more") && body.contains("Operator of place ");
          case "/method" -> body.split("<h3>", -1).length > 24 && body.contains("version 9");
          case "/again" -> body.contains("the same family");
          default -> comments(page, body);
        };
  }

  private static boolean comments(String page, String body) {
    int number = page.contains("=") ? Integer.parseInt(page.replaceAll(".*=", "")) : 0;
    List<Integer> found =
        COMMENT.matcher(body).results().map(each -> Integer.valueOf(each.group(1))).toList();
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < OF_PAGE; i++) {
      wanted.add(LargeCase.COMMENTS - 1 - number * OF_PAGE - i);
    }
    return found.equals(wanted) && body.contains("5,000 in all");
  }

  private BenchResult result(Map<String, double[]> millis, CpuClock.Span span, boolean right) {
    double slowest =
        millis.values().stream().mapToDouble(each -> at(each, 0.95)).max().orElseThrow();
    BenchResult result =
        BenchResult.of(
                name(),
                "a case of 121 members with 5,000 comments, its pages over HTTP by four members",
                (long) ROUNDS * millis.size(),
                span,
                right && slowest < PROMISED_MILLIS)
            .with("answersRight", right)
            .with("slowestPageP95Millis", slowest);
    for (Map.Entry<String, double[]> each : millis.entrySet()) {
      double[] its = each.getValue();
      result =
          result.with(
              each.getKey(), Map.of("p50", at(its, 0.5), "p95", at(its, 0.95), "most", at(its, 1)));
    }
    return result;
  }

  private static double at(double[] sorted, double share) {
    int place = Math.min(sorted.length - 1, (int) Math.floor(share * sorted.length));
    return Math.round(sorted[place] * 10) / 10.0;
  }
}
