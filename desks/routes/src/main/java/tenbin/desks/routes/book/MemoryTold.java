package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.desks.routes.outside.Outside;
import tenbin.nouns.member.MemberId;

/** What was told, in memory. Every method under one lock. */
final class MemoryTold implements ToldBook {
  /** The oldest go: what is kept here is kept for a look. */
  private static final int MOST = 20_000;

  private final List<Line> lines = new ArrayList<>();
  private final Map<MemberId, Integer> numbers = new HashMap<>();
  private final Map<MemberId, Boolean> wishes = new HashMap<>();

  @Override
  public synchronized Line add(News news, Instant at) {
    int number = numbers.merge(news.member(), 1, Integer::sum);
    Line line =
        new Line(news.member(), number, news.incident(), news.what(), news.prefixes(), at, false);
    lines.add(line);
    if (lines.size() > MOST) {
      lines.removeFirst();
    }
    return line;
  }

  @Override
  public synchronized Optional<Line> last(MemberId member, UUID incident) {
    return lines.reversed().stream()
        .filter(each -> each.member().equals(member) && each.incident().equals(incident))
        .findFirst();
  }

  @Override
  public synchronized List<Line> behind(MemberId member, int number, int most) {
    return lines.stream()
        .filter(each -> each.member().equals(member) && each.number() > number)
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Line> unmailed(int most) {
    return lines.stream()
        .filter(each -> !each.mailed() && wants(each.member()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Line> waiting(int most) {
    return lines.stream()
        .filter(each -> !each.mailed() && Outside.is(each.member()))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Line> outside(int most) {
    return lines.reversed().stream().filter(each -> Outside.is(each.member())).limit(most).toList();
  }

  @Override
  public synchronized boolean stopped(MemberId party) {
    return !wishes.getOrDefault(party, true);
  }

  @Override
  public synchronized void mailed(Line line) {
    lines.replaceAll(each ->
        each.member().equals(line.member()) && each.number() == line.number() ? done(each) : each);
  }

  private static Line done(Line line) {
    return new Line(
        line.member(),
        line.number(),
        line.incident(),
        line.what(),
        line.prefixes(),
        line.at(),
        true);
  }

  @Override
  public synchronized void wish(MemberId member, boolean wanted, By by) {
    wishes.put(member, wanted);
    lines.replaceAll(each -> each.member().equals(member) ? done(each) : each);
  }

  @Override
  public synchronized boolean wants(MemberId member) {
    return wishes.getOrDefault(member, false);
  }
}
