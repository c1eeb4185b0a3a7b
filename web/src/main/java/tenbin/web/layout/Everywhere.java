package tenbin.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.Roster;
import tenbin.web.may.Act;
import tenbin.web.may.Rights;
import tenbin.web.signin.Doors;
import tenbin.web.signin.Role;
import tenbin.web.signin.Seats;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/** What every template needs: {@code frame}, {@code time} and when the session ends. */
@ControllerAdvice(annotations = Controller.class)
public class Everywhere {
  private final Roster roster;
  private final Standing standing;
  private final Rights rights;
  private final Doors.Demo demo;
  private final LocaleResolver languages;
  private final ReaderZones zones;
  private final Seats seats;

  public Everywhere(
      Roster roster,
      Standing standing,
      Rights rights,
      Doors.Demo demo,
      LocaleResolver languages,
      ReaderZones zones,
      Seats seats) {
    this.roster = roster;
    this.standing = standing;
    this.rights = rights;
    this.demo = demo;
    this.languages = languages;
    this.zones = zones;
    this.seats = seats;
  }

  /**
   * The frame of a page.
   *
   * @param circle the circle's name
   * @param member who looks, as people call it; empty when nobody is signed in
   * @param name the person or token
   * @param account whether it is a person with an account of its own
   * @param role what it may do, "none" when nobody is signed in
   * @param acts what it may do, as words of {@link Act}
   * @param demo whether this hub is a demo
   * @param path of this page, for the way back
   * @param section the first part of the path, for the menu
   * @param language "en" or "ja"
   * @param time how this reader sees times
   * @param zones what it may choose
   */
  public record Frame(
      String circle,
      String member,
      String name,
      boolean account,
      String role,
      Set<String> acts,
      boolean demo,
      String path,
      String section,
      String language,
      ReaderTime time,
      List<String> zones) {
    public boolean signedIn() {
      return !name.isEmpty();
    }

    /** Whether the page should offer an act. */
    public boolean may(String act) {
      return acts.contains(act);
    }

    public boolean secretariat() {
      return role.equals("secretariat");
    }
  }

  @ModelAttribute
  void frame(HttpServletRequest request, Model model) {
    Optional<Visitor> visitor = visitorOf(request.getUserPrincipal());
    Locale locale = languages.resolveLocale(request);
    Role role = visitor.map(each -> standing.of(each.member())).orElse(Role.NONE);
    ReaderTime time = new ReaderTime(zones.of(request, visitor), locale);
    TreeSet<String> offered = new TreeSet<>(ZoneChoice.OFFERED);
    offered.add(time.isUtc() ? "UTC" : time.zone().getId());
    model.addAttribute(
        "frame",
        new Frame(
            roster.circle().name(),
            visitor.map(each -> nameOf(each, locale)).orElse(""),
            visitor.map(Visitor::name).orElse(""),
            visitor.flatMap(Visitor::login).isPresent(),
            role.name().toLowerCase(Locale.ROOT),
            acts(visitor),
            demo.on(),
            pathOf(request),
            section(request.getRequestURI()),
            locale.getLanguage(),
            time,
            List.copyOf(offered)));
    model.addAttribute("time", time);
    seats.ending(request).ifPresent(each -> model.addAttribute("ending", each));
  }

  private Set<String> acts(Optional<Visitor> visitor) {
    return visitor.map(rights::of).orElse(Set.of()).stream()
        .map(Act::word)
        .collect(Collectors.toSet());
  }

  static Optional<Visitor> visitorOf(@org.jspecify.annotations.Nullable Principal principal) {
    if (principal instanceof Authentication known
        && known.getPrincipal() instanceof Visitor visitor) {
      return Optional.of(visitor);
    }
    return Optional.empty();
  }

  private String nameOf(Visitor visitor, Locale locale) {
    return nameOf(roster.circle(), visitor.member(), locale);
  }

  /** A member's name in a language. */
  public static String nameOf(Member member, Locale locale) {
    return locale.getLanguage().equals("ja") ? member.nameJa() : member.name();
  }

  /** A member's name in a language; its id where the circle has nobody of that id any more. */
  public static String nameOf(Circle circle, MemberId id, Locale locale) {
    return circle.member(id).map(member -> nameOf(member, locale)).orElse(id.text());
  }

  private static String pathOf(HttpServletRequest request) {
    if (!request.getMethod().equals("GET")) {
      return "/";
    }
    String query = request.getQueryString();
    return LocalPath.orHome(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  private static String section(String path) {
    int end = path.indexOf('/', 1);
    return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
  }
}
