package tenbin.proof.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that the seeded generator of tables and updates made, small enough to wait for. */
final class Generated {
  private static final String GENERATOR = "proof/generators/gen_mrt.py";

  private static final List<String> SIZE =
      List.of(
          "--v4",
          "100000",
          "--v6",
          "20000",
          "--updates",
          "100000",
          "--events",
          "10",
          "--massleak",
          "5000",
          "--compress",
          "gz");

  private Generated() {}

  /**
   * A new folder below the system's temporary one.
   *
   * @throws IOException also where Python is missing or the generator fails, with what it said
   */
  static Path folder(int seed) throws IOException {
    return folder(seed, SIZE);
  }

  static Path folder(int seed, List<String> size) throws IOException {
    Path folder = Files.createTempDirectory("tenbin-routes");
    Path generator = Path.of(System.getProperty("tenbin.home", ".")).resolve(GENERATOR);
    if (!Files.exists(generator)) {
      generator = Path.of("..").resolve(GENERATOR); // The build stands in its module.
    }
    List<String> command = new ArrayList<>(List.of("python3", generator.toString()));
    command.addAll(List.of("--out", folder.toString(), "--seed", Integer.toString(seed)));
    command.addAll(size);
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the generator failed: " + Files.readString(said));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IOException("interrupted", stopped);
    }
    return folder;
  }
}
