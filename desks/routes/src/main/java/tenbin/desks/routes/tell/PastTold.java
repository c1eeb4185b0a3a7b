package tenbin.desks.routes.tell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;

/**
 * Routes of a past time as somebody may know them: what its own routers saw, and what the circle's
 * own feeds saw where it may ask that.
 *
 * @param kept whether anything of that time is kept
 * @param first the first time that can be asked; empty where all is kept since the beginning
 * @param own of the reader's own routers
 * @param circle of the circle's feeds; empty where the question is not about the reader's own
 */
public record PastTold(boolean kept, Optional<Instant> first, Part own, Optional<Part> circle) {
  /**
   * What some feeds saw.
   *
   * @param head how many were heard, and what is missing; empty where that is not told
   * @param prefixes in their order
   * @param next behind which prefix there is more; "" for nothing
   */
  public record Part(Optional<Disclosure> head, List<Disclosure> prefixes, String next) {
    public Part {
      prefixes = List.copyOf(prefixes);
    }

    static final Part NOTHING = new Part(Optional.empty(), List.of(), "");
  }

  /** All of it, for the ledger. */
  public List<Disclosure> shown() {
    List<Disclosure> all = new ArrayList<>();
    own.head().ifPresent(all::add);
    all.addAll(own.prefixes());
    circle.flatMap(Part::head).ifPresent(all::add);
    circle.ifPresent(each -> all.addAll(each.prefixes()));
    return all;
  }
}
