package tenbin.proof.mrt;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who confirmed an answer. An answer that nobody could confirm is not right. */
final class Checks {
  private static final int BUFFER = 1 << 16;

  private final List<String> names = new ArrayList<>();
  private boolean right = true;

  static Checks of(Path file, Elements told) throws IOException {
    Checks checks = new Checks();
    try (InputStream in = new BufferedInputStream(PlainUnpacking.open(file), BUFFER)) {
      PlainWalk.of(in).ifPresent(walk -> checks.add("second reading", walk.equals(told)));
    }
    checks.counts(file).ifPresent(same -> checks.add("meta.json", same.equals(counts(told))));
    return checks;
  }

  void add(String name, boolean same) {
    names.add(same ? name : name + " differs");
    right &= same;
  }

  /** What the maker of a file says beside it, for the files that it names. */
  private Optional<String> counts(Path file) throws IOException {
    Path meta = file.resolveSibling("meta.json");
    String name = String.valueOf(file.getFileName());
    if (!Files.isReadable(meta) || !name.matches("(rib|updates)\\.mrt.*")) {
      return Optional.empty();
    }
    JsonNode told = JsonMapper.shared().readTree(Files.readString(meta));
    boolean table = name.startsWith("rib");
    long announced = table ? 0 : told.path("announced").asLong();
    long withdrawn = table ? 0 : told.path("withdrawn").asLong();
    long entries = table ? told.path("rib_elements").asLong() : 0;
    return Optional.of(counts(new Elements(announced, withdrawn, entries, 0)));
  }

  private static String counts(Elements told) {
    return told.announced() + " " + told.withdrawn() + " " + told.entries();
  }

  List<String> names() {
    return List.copyOf(names);
  }

  boolean isRight() {
    return right && !names.isEmpty();
  }
}
