package tenbin.spine.group.document;

/** {@link DocumentsTest} in memory. */
class MemoryDocumentsTest extends DocumentsTest {
  @Override
  DocumentBook book() {
    return DocumentBook.inMemory();
  }
}
