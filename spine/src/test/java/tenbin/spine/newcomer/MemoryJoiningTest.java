package tenbin.spine.newcomer;

/** {@link JoiningTest} in memory. */
class MemoryJoiningTest extends JoiningTest {
  @Override
  NewcomerBook book() {
    return NewcomerBook.inMemory();
  }
}
