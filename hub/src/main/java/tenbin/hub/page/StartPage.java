package tenbin.hub.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where somebody who comes without an address lands: its own network. */
@Controller
public class StartPage {
  @GetMapping("/")
  String start() {
    return "redirect:/network";
  }
}
