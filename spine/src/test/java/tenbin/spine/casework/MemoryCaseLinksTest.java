package tenbin.spine.casework;

final class MemoryCaseLinksTest extends CaseLinksTest {
  @Override
  CaseBook book() {
    return CaseBook.inMemory();
  }
}
