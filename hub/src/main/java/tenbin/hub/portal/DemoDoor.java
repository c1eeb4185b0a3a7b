package tenbin.hub.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import tenbin.hub.demo.DemoOrganisation;
import tenbin.spine.portal.PortalBook;
import tenbin.spine.portal.PortalLink;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Doors;

/** What only a demo can do: look as its customer, whose link nobody has to send. */
@Controller
@May(Act.DEMO)
public class DemoDoor {
  private final Doors.Demo demo;
  private final PortalBook book;
  private final PortalGuard guard;
  private final Clock clock;

  public DemoDoor(Doors.Demo demo, PortalBook book, PortalGuard guard, Clock clock) {
    this.demo = demo;
    this.book = book;
    this.guard = guard;
    this.clock = clock;
  }

  @PostMapping("/demo/look-as-customer")
  String look(HttpServletRequest request) {
    PortalLink link =
        DemoOrganisation.in(book).filter(customer -> demo.on()).stream()
            .flatMap(customer -> book.linksOf(customer.id()).stream())
            .filter(each -> each.task().isEmpty() && each.holdsAt(clock.instant()))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    guard.enter(request, link);
    return "redirect:" + PortalGuard.INSIDE;
  }
}
