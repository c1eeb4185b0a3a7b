package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Outlet;
import tenbin.balance.ground.Basis;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.ground.GroundRefused;
import tenbin.spine.ground.Release;
import tenbin.spine.roster.Roster;
import tenbin.spine.scales.Weighbridge;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/**
 * A member's own standing release: weighed first, given by a second click, ended by a third. Only
 * for what it holds itself.
 */
@Controller
@May(Act.APPROVE)
public class ReleasePage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;
  private static final Set<Purpose> PURPOSES =
      EnumSet.of(
          Purpose.NOTIFY_AFFECTED_CUSTOMER, Purpose.TRACK_CLEANING, Purpose.INFORM_AND_DEFEND);

  /** Somebody looks at a standing release once a year. */
  private static final Duration REVIEW = Duration.ofDays(365);

  private static final String PREFIX = "release/";
  private static final long LETTERS = 1L << 40;

  private final SecureRandom random = new SecureRandom();
  private final GroundBook book;
  private final Roster roster;
  private final Viewers viewers;
  private final OwnScales scales;
  private final WayOut wayOut;
  private final Standing standing;
  private final Clock clock;

  public ReleasePage(
      GroundBook book,
      Roster roster,
      Viewers viewers,
      OwnScales scales,
      WayOut wayOut,
      Standing standing,
      Clock clock) {
    this.book = book;
    this.roster = roster;
    this.viewers = viewers;
    this.scales = scales;
    this.wayOut = wayOut;
    this.standing = standing;
    this.clock = clock;
  }

  /** What is to be released, as the form says it. */
  public record Asked(String purpose, List<String> categories, String to) {}

  @GetMapping("/grounds/release")
  String form(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "purpose", defaultValue = "inform-and-defend") String purpose,
      @RequestParam(name = "categories", defaultValue = "") List<String> categories,
      @RequestParam(name = "to", defaultValue = "responsible") String to,
      HttpServletRequest request,
      Model model) {
    Asked asked = new Asked(purpose, categories, to);
    model.addAttribute("asked", asked);
    model.addAttribute("purposes", PURPOSES.stream().map(Purpose::word).toList());
    model.addAttribute(
        "categories", Release.RELEASABLE.stream().sorted().map(Facts::word).toList());
    model.addAttribute("targets", Arrays.stream(Release.To.values()).map(Facts::word).toList());
    if (!categories.isEmpty()) {
      ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
      ScalesView view =
          new ScalesView(
              roster.circle(), viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE), time.locale());
      Basis basis = release(visitor, asked).basis(PREFIX + "asked");
      Weighbridge.Offer offer =
          new Weighbridge.Offer(basis, scales.tippedBy(basis, visitor.member()));
      model.addAttribute("offer", view.offer(offer, "").orElseThrow(ReleasePage::bad));
      WayOut.Errand errand = new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE);
      wayOut.willShow(request, errand, view.shown());
    }
    return "hub/page/release";
  }

  @PostMapping("/grounds/release")
  String give(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("purpose") String purpose,
      @RequestParam("categories") List<String> categories,
      @RequestParam("to") String to) {
    Release release = release(visitor, new Asked(purpose, categories, to));
    String id = PREFIX + Long.toString(random.nextLong(LETTERS) + LETTERS, Character.MAX_RADIX);
    record(visitor, release.deed(id));
    return "redirect:/grounds";
  }

  /** Ends a release that the visitor's own member recorded, and nothing else. */
  @PostMapping("/grounds/end")
  String end(@AuthenticationPrincipal Visitor visitor, @RequestParam("id") String id) {
    boolean own =
        id.startsWith(PREFIX)
            && book.history().stream()
                .filter(entry -> entry.by().member().equals(visitor.member()))
                .map(Entry::deed)
                .anyMatch(deed -> deed instanceof Deed.Recorded && deed.about().equals(id));
    if (!own) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    record(visitor, new Deed.Ended(id));
    return "redirect:/grounds";
  }

  private Release release(Visitor visitor, Asked asked) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    asked.categories.forEach(word -> categories.add(category(word)));
    Instant now = clock.instant();
    if (categories.isEmpty()) {
      throw bad();
    }
    return new Release(
        visitor.member().party(),
        categories,
        PURPOSES.stream()
            .filter(each -> each.word().equals(asked.purpose))
            .findFirst()
            .orElseThrow(ReleasePage::bad),
        Arrays.stream(Release.To.values())
            .filter(each -> Facts.word(each).equals(asked.to))
            .findFirst()
            .orElseThrow(ReleasePage::bad),
        now,
        now.plus(REVIEW),
        evidence(visitor, now));
  }

  private static Category category(String word) {
    return Release.RELEASABLE.stream()
        .filter(each -> Facts.word(each).equals(word))
        .findFirst()
        .orElseThrow(ReleasePage::bad);
  }

  private void record(Visitor visitor, Deed deed) {
    if (standing.of(visitor.member()) == Role.NONE) {
      throw bad();
    }
    Instant now = clock.instant();
    Entry.By by = new Entry.By(visitor.member(), visitor.actor());
    try {
      book.record(by, List.of(deed), now, evidence(visitor, now));
    } catch (GroundRefused refused) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, refused.getMessage(), refused);
    }
  }

  private static String evidence(Visitor visitor, Instant now) {
    return "the page of the hub, " + visitor.actor() + ", " + now;
  }

  private static ResponseStatusException bad() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
