package tenbin.spine.casework;

import tenbin.spine.casework.entry.EntryBook;

final class MemoryCaseFilesTest extends CaseFilesTest {
  @Override
  EntryBook book() {
    return EntryBook.inMemory();
  }
}
