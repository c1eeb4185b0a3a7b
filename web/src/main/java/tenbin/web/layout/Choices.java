package tenbin.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.provider.Providers;
import tenbin.web.words.KeptChoice;
import tenbin.web.words.LanguageChoice;

/** What a reader chooses for itself: language and zone; and the page to sign in. */
@Controller
@May(Act.ENTER)
public class Choices {
  private final ReaderZones zones;
  private final Providers providers;

  public Choices(ReaderZones zones, Providers providers) {
    this.zones = zones;
    this.providers = providers;
  }

  @GetMapping("/sign-in")
  String signIn(Model model) {
    model.addAttribute("providers", providers.all());
    return "web/sign-in";
  }

  @PostMapping("/language")
  String language(
      @RequestParam("to") String to,
      @RequestParam("back") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    LanguageChoice.tryParse(to)
        .ifPresent(language ->
            KeptChoice.keep(request, response, LanguageChoice.COOKIE, language.getLanguage()));
    return "redirect:" + LocalPath.orHome(back);
  }

  @PostMapping("/zone")
  String zone(
      @RequestParam("to") String to,
      @RequestParam("back") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    ZoneChoice.tryParse(to)
        .ifPresent(zone -> {
          KeptChoice.keep(request, response, ZoneChoice.COOKIE, zone.getId());
          Everywhere.visitorOf(request.getUserPrincipal())
              .ifPresent(visitor -> zones.keep(visitor, zone));
        });
    return "redirect:" + LocalPath.orHome(back);
  }
}
