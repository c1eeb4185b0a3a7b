package tenbin.desks.routes.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** What was told, in memory. Every method under one lock. */
final class MemoryTold implements ToldBook {
  private final List<Line> lines = new ArrayList<>();
  private final Map<MemberId, Boolean> wishes = new HashMap<>();

  @Override
  public synchronized Line add(News news, Instant at) {
    int number = behind(news.member(), 0, Integer.MAX_VALUE).size() + 1;
    Line line =
        new Line(news.member(), number, news.incident(), news.what(), news.prefixes(), at, false);
    lines.add(line);
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
