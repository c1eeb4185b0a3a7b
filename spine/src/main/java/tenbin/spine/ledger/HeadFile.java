package tenbin.spine.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.StorageFailure;

/** The ledger's last line beside the database: who cuts lines off the end cannot hide it. */
final class HeadFile {
  private final Path file;

  HeadFile(Path file) {
    this.file = file;
  }

  void write(Ledger.Head head) {
    try {
      Folders.write(file, Ledger.utf8(head.seq() + " " + head.hash() + "\n"));
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  Optional<Ledger.Head> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String[] words = Files.readString(file).trim().split(" ", 2);
      return Optional.of(new Ledger.Head(Long.parseLong(words[0]), words[1]));
    } catch (IOException failed) {
      throw failure(failed);
    }
  }

  private StorageFailure failure(IOException failed) {
    return new StorageFailure(StorageFailure.Actor.OPERATOR, "the ledger's head " + file, failed);
  }
}
