package tenbin.hub.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.hub.demo.DemoOrganisation;
import tenbin.spine.portal.PortalBook;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Doors;

/** Where somebody who comes without an address lands: Today, or the demo's own view. */
@Controller
@May(Act.ENTER)
public class StartPage {
  private final Doors.Demo demo;
  private final DemoSeats seats;
  private final PortalBook portal;

  public StartPage(Doors.Demo demo, DemoSeats seats, PortalBook portal) {
    this.demo = demo;
    this.seats = seats;
    this.portal = portal;
  }

  @GetMapping("/")
  String start(java.util.Locale locale, Model model) {
    if (!demo.on()) {
      return "redirect:/today";
    }
    model.addAttribute("seats", seats.featured(locale));
    model.addAttribute("others", seats.others(locale));
    model.addAttribute("total", seats.total());
    DemoOrganisation.in(portal)
        .ifPresent(customer -> {
          model.addAttribute("customer", customer.name());
          model.addAttribute("permitted", seats.names(DemoOrganisation.PERMITTED, locale));
        });
    return "hub/page/demo";
  }
}
