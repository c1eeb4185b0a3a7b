package tenbin.desks.routes.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All feeds that are files: folders, and tables to begin with. One thread looks. */
final class FileFeeds {
  private final List<FolderFeed> folders = new ArrayList<>();
  private final StartFiles starts;
  private final boolean isResumed;
  private final Turns turns;
  private final Runnable read;

  /**
   * Nothing is read yet.
   *
   * @param keeping what was read before the start
   * @param read done by the watch's thread once what was there at the start is read
   */
  FileFeeds(
      FeedLines lines,
      Ears ears,
      Turns turns,
      Keeping keeping,
      Runnable read,
      Consumer<String> words) {
    this.starts = new StartFiles(lines.all(), ears, words);
    this.isResumed = keeping.isResumed();
    this.turns = turns;
    this.read = read;
    for (FeedLine each : lines.all()) {
      if (each instanceof FeedLine.Folder folder) {
        FolderFeed feed = new FolderFeed(folder, ears.of(folder), turns, words);
        if (isResumed) {
          feed.know(keeping.files().getOrDefault(folder.name(), Set.of()));
        }
        folders.add(feed);
      }
    }
  }

  /** Reads what is new. */
  void look() {
    if (starts.isFirst() && !isResumed) {
      starts.read();
    }
    folders.forEach(FolderFeed::look);
    if (starts.isSecond()) {
      turns.put(read);
    }
  }

  /** The files of each folder of which the watch has every word, as its thread sees it. */
  Map<String, Set<String>> done() {
    Map<String, Set<String>> files = new TreeMap<>();
    folders.forEach(each -> files.put(each.name(), each.done()));
    return files;
  }

  /** How much of a feed could not be read. */
  long broken(String feed) {
    return folders.stream()
        .filter(each -> each.name().equals(feed))
        .mapToLong(FolderFeed::broken)
        .sum();
  }
}
