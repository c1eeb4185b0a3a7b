package tenbin.hub.page;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.spine.checkup.Checkup;
import tenbin.spine.checkup.Vitals;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/** How the hub is: for the secretariat, which the door lets in alone. */
@Controller
@May(Act.WATCH_CIRCLE)
public class HealthPage {
  private final Checkup checkup;
  private final MessageSource words;

  public HealthPage(Checkup checkup, MessageSource words) {
    this.checkup = checkup;
    this.words = words;
  }

  @GetMapping("/secretariat/health")
  String health(Locale locale, Model model) {
    Vitals vitals = checkup.take();
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    model.addAttribute("vitals", vitals);
    model.addAttribute("lines", new HealthView(words, locale, time).of(vitals));
    return "hub/page/health";
  }
}
