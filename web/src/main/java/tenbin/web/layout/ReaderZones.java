package tenbin.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Habits;

/**
 * In which zone a reader sees times: the one that the person chose, wherever it signs in; else the
 * browser's; else the circle's. Any thread.
 */
public final class ReaderZones {
  private static final String ZONE = "zone";

  private final Habits habits;
  private final Usual usual;

  /** The zone of a circle. */
  public record Usual(ZoneId zone) {}

  public ReaderZones(Habits habits, Usual usual) {
    this.habits = habits;
    this.usual = usual;
  }

  ZoneId of(HttpServletRequest request, Optional<Visitor> visitor) {
    return visitor
        .filter(each -> each.login().isPresent())
        .flatMap(each -> habits.of(each.actor(), ZONE))
        .flatMap(ZoneChoice::tryParse)
        .or(() -> ZoneChoice.told(request))
        .orElse(usual.zone);
  }

  /** Keeps what a person chose. */
  void keep(Visitor visitor, ZoneId zone) {
    if (visitor.login().isPresent()) {
      habits.keep(visitor.actor(), ZONE, zone.getId());
    }
  }
}
