package tenbin.spine.casework;

import tenbin.spine.casework.entry.EntryBook;

final class MemoryCaseTalkTest extends CaseTalkTest {
  @Override
  EntryBook book() {
    return EntryBook.inMemory();
  }
}
