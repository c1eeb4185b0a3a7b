package tenbin.spine.precedent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of a folder's cases, or of one file's.
 *
 * @param tried by file, in the order of their names
 */
public record PrecedentRun(List<Tried> tried) {
  /**
   * One file's.
   *
   * @param file where
   * @param precedent what it holds
   * @param judgements one a trial
   */
  public record Tried(Path file, Precedent precedent, List<Judgement> judgements) {
    public Tried {
      judgements = List.copyOf(judgements);
    }

    public boolean isAsExpected() {
      return judgements.stream().allMatch(Judgement::isAsExpected);
    }
  }

  public PrecedentRun {
    tried = List.copyOf(tried);
  }

  /**
   * Tries every case file of a folder; policy files beside them are left alone.
   *
   * @throws IOException when a file cannot be read
   */
  public static PrecedentRun of(Path folderOrFile) throws IOException {
    PrecedentFile reader = new PrecedentFile();
    List<Tried> tried = new ArrayList<>();
    for (Path file : filesOf(folderOrFile)) {
      if (PrecedentFile.isCase(file)) {
        Precedent precedent = reader.read(file);
        List<Judgement> judgements = precedent.trials().stream().map(Judgement::of).toList();
        tried.add(new Tried(file, precedent, judgements));
      }
    }
    return new PrecedentRun(tried);
  }

  private static List<Path> filesOf(Path folderOrFile) throws IOException {
    if (!Files.isDirectory(folderOrFile)) {
      return List.of(folderOrFile);
    }
    try (Stream<Path> files = Files.list(folderOrFile)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** How many answers there are. */
  public long answers() {
    return tried.stream().mapToLong(each -> each.judgements().size()).sum();
  }

  /** How many are not as expected. */
  public long failures() {
    return tried.stream()
        .flatMap(each -> each.judgements().stream())
        .filter(judgement -> !judgement.isAsExpected())
        .count();
  }
}
