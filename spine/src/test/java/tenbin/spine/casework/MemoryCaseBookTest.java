package tenbin.spine.casework;

final class MemoryCaseBookTest extends CaseBookTest {
  @Override
  CaseBook book() {
    return CaseBook.inMemory();
  }
}
