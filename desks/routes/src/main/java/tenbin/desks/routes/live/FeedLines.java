package tenbin.desks.routes.live;

import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.feed.Vantage;

/** All lines of the settings, and what follows from their ways. Any thread. */
record FeedLines(List<FeedLine> all) implements Untabled.Rules {
  private static final String MONITORED = "bmp:";

  FeedLines {
    all = List.copyOf(all);
  }

  Optional<FeedLine> named(String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  boolean hasFiles() {
    return all.stream().anyMatch(FeedLines::isFiles);
  }

  boolean isOnlyFiles() {
    return all.stream().allMatch(FeedLines::isFiles);
  }

  /** Whether a vantage point's words come from files: what they said stays behind a stop. */
  boolean isOfFiles(Vantage from) {
    return all.stream()
        .anyMatch(each ->
            switch (each) {
              case FeedLine.Folder folder -> folder.name().equals(from.feed());
              case FeedLine.File file -> file.of().equals(from.feed());
              case FeedLine.Ris ris -> false;
              case FeedLine.Bmp bmp -> false;
              case FeedLine.Bgp bgp -> false;
            });
  }

  private static boolean isFiles(FeedLine line) {
    return line instanceof FeedLine.Folder || line instanceof FeedLine.File;
  }

  /** Sessions say when their table is whole; files and RIS Live do not have to. */
  boolean hasTable(Vantage from) {
    for (FeedLine each : all) {
      boolean session = each instanceof FeedLine.Bgp || each instanceof FeedLine.Bmp;
      if (session && isOf(each, from.feed())) {
        return true;
      }
    }
    return false;
  }

  /** A router of RIS Live, which has no table; collectors are named by themselves. */
  @Override
  public boolean isUntabled(Vantage from) {
    return all.stream().anyMatch(each -> each instanceof FeedLine.Ris)
        && !isOfFiles(from)
        && !hasTable(from);
  }

  /** Such a one of whose collector a table was read. */
  @Override
  public boolean isTabledOnce(Vantage from) {
    return all.stream().anyMatch(each -> each instanceof FeedLine.Ris)
        && all.stream()
            .anyMatch(each -> each instanceof FeedLine.File file && file.of().equals(from.feed()))
        && all.stream()
            .noneMatch(each -> each instanceof FeedLine.Folder && each.name().equals(from.feed()));
  }

  private static boolean isOf(FeedLine line, String feed) {
    return feed.equals(line.name())
        || feed.startsWith(line.name() + "/")
        || feed.startsWith(MONITORED + line.name());
  }
}
