package tenbin.proof;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** How long the source files are. */
record Sizes(List<Size> sizes) {
  /** Good Java is small pieces; twice what nine of ten files of our models stay under. */
  static final int MOST_LINES_OF_A_FILE = 500;

  record Size(Path file, long lines) {}

  static Sizes of(List<Path> files) {
    return new Sizes(
        files.stream()
            .map(file -> new Size(file, Tree.text(file).lines().count()))
            .sorted(Comparator.comparingLong(Size::lines).reversed())
            .toList());
  }

  List<Size> larger(int lines) {
    return sizes.stream().filter(size -> size.lines > lines).toList();
  }

  /** The length that this share of the files stays at or under. */
  long fileLines(double share) {
    int index = (int) Math.floor((1 - share) * (sizes.size() - 1));
    return sizes.get(index).lines;
  }

  String report() {
    StringBuilder out = new StringBuilder();
    out.append(sizes.size()).append(" files, ");
    out.append(sizes.stream().mapToLong(Size::lines).sum()).append(" lines; median ");
    out.append(fileLines(0.5)).append(", nine of ten under ").append(fileLines(0.9)).append('\n');
    sizes.stream().limit(30).forEach(each -> out.append(each.lines + "\t" + each.file + "\n"));
    return out.toString();
  }
}
