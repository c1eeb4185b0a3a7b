package tenbin.spine.group.role;

/** {@link SeatsTest} in memory. */
class MemorySeatsTest extends SeatsTest {
  @Override
  SeatBook book() {
    return SeatBook.inMemory();
  }
}
