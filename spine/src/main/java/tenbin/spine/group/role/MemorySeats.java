package tenbin.spine.group.role;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Seats in memory. */
final class MemorySeats implements SeatBook {
  private final List<Seat> seats = new ArrayList<>();

  @Override
  public synchronized void add(Seat seat) {
    if (seats.stream().noneMatch(each -> each.id().equals(seat.id()))) {
      seats.add(seat);
    }
  }

  @Override
  public synchronized void end(UUID seat, Seat.End end) {
    seats.replaceAll(each -> each.id().equals(seat) ? each.ended(end) : each);
  }

  @Override
  public synchronized List<Seat> of(String group) {
    return seats.stream().filter(each -> each.group().equals(group)).toList();
  }
}
