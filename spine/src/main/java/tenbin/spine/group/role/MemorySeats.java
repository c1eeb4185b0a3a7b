package tenbin.spine.group.role;

import java.time.Instant;
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

  @Override
  public synchronized int countNamesBefore(String group, Instant before) {
    return (int) seats.stream().filter(each -> isNamedBefore(each, group, before)).count();
  }

  private static boolean isNamedBefore(Seat seat, String group, Instant before) {
    return seat.group().equals(group) && !seat.isForgotten() && seat.until().isBefore(before);
  }

  @Override
  public synchronized int forgetNames(String group, Instant before) {
    int names = countNamesBefore(group, before);
    seats.replaceAll(each -> isNamedBefore(each, group, before) ? each.forgotten() : each);
    return names;
  }
}
