package tenbin.spine.group.role;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tenbin.nouns.time.Validity;

/** Who holds an office now and later, where somebody is to hold it for another term. */
final class Turn {
  private final GroupRole role;
  private final List<Seat> open;
  private final Seat.Holder holder;

  Turn(List<Seat> seats, GroupRole role, Seat.Holder holder, Instant now) {
    this.role = role;
    this.holder = holder;
    this.open = seats.stream().filter(each -> each.role() == role && each.isOpen(now)).toList();
  }

  /** Whether as many others hold it as can, where nobody has to make room. */
  boolean isFull() {
    long others = open.stream().filter(each -> !each.holder().isSame(holder)).count();
    return role.most() > 1 && others >= role.most();
  }

  /** Whom it concerns: everybody where one holds it at a time, else the same person alone. */
  private List<Seat> concerned() {
    return open.stream().filter(each -> role.most() == 1 || each.holder().isSame(holder)).toList();
  }

  /** The term until somebody comes who is to hold it later already. */
  Validity free(Validity wanted) {
    Instant to = wanted.to();
    for (Seat each : concerned()) {
      Instant from = each.term().from();
      if (from.isAfter(wanted.from()) && from.isBefore(to)) {
        to = from;
      }
    }
    return new Validity(wanted.from(), to);
  }

  /** Those who hold it until the term begins. */
  List<UUID> before(Validity term) {
    return concerned().stream()
        .filter(each -> !each.term().from().isAfter(term.from()))
        .filter(each -> each.until().isAfter(term.from()))
        .map(Seat::id)
        .toList();
  }
}
