package tenbin.spine.group;

/** {@link GroupsTest} in memory. */
class MemoryGroupsTest extends GroupsTest {
  @Override
  GroupBook book() {
    return GroupBook.inMemory();
  }
}
