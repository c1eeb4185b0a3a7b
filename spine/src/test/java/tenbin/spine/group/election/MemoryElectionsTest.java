package tenbin.spine.group.election;

/** {@link ElectionsTest} in memory. */
class MemoryElectionsTest extends ElectionsTest {
  @Override
  ElectionBook book() {
    return ElectionBook.inMemory();
  }

  @Override
  BallotBook ballots() {
    return BallotBook.inMemory();
  }
}
