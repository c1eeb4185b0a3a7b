package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.PutAside;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;

/** What was given up: a member sees its own, the secretariat all, and who sees it may act on it. */
@Controller
public class DeadLettersPage {
  /** A page of a crowded hub's bad day. */
  private static final int MOST = 200;

  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private final ChannelBook book;
  private final MailOffice mails;
  private final Roster roster;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Standing standing;
  private final Audit audit;
  private final Clock clock;

  public DeadLettersPage(
      ChannelBook book,
      MailOffice mails,
      Roster roster,
      Viewers viewers,
      WayOut wayOut,
      Standing standing,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.mails = mails;
    this.roster = roster;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/dead-letters")
  @May(Act.READ)
  String list(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    boolean office = isOffice(visitor);
    DeadLetters view =
        new DeadLetters(
            viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE), roster.circle(), locale);
    model.addAttribute("letters", view.lines(letters(visitor, office)));
    model.addAttribute("asides", view.asides(asides(visitor, office)));
    model.addAttribute("mails", office ? mails.deadMails(MOST) : List.of());
    model.addAttribute("mostWhy", PutAside.MOST_WHY);
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), view.shown());
    return "hub/page/dead-letters";
  }

  private List<Subscription> letters(Visitor visitor, boolean office) {
    return office
        ? book.deadLetters(MOST)
        : book.subscriptionsOf(visitor.member()).stream()
            .filter(each -> each.state() == Subscription.State.DEAD)
            .toList();
  }

  private List<PutAside> asides(Visitor visitor, boolean office) {
    return book.putAside(MOST).stream()
        .filter(each -> office || each.letter().recipient().equals(visitor.member()))
        .toList();
  }

  /** Retries, which decides anew what may be told; puts aside with a reason; brings back. */
  @PostMapping("/dead-letters/{member}/{id}")
  @May(Act.CONFIGURE)
  String act(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("member") String whose,
      @PathVariable("id") UUID id,
      @RequestParam("act") String act,
      @RequestParam(name = "why", defaultValue = "") String why) {
    MemberId member = reachable(visitor, whose);
    boolean done =
        switch (act) {
          case "retry" -> book.change(member, id, ChannelBook.Change.RETRY);
          case "put-aside" -> book.putAside(member, id, reason(why));
          case "bring-back" -> book.bringBack(member, id);
          default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    if (!done) {
      throw absent();
    }
    audit.did(visitor, "dead-letter-" + act, member + "/" + id);
    return "redirect:/dead-letters";
  }

  /** Mails that came in for nobody: the secretariat's, as the door sees to. */
  @PostMapping("/secretariat/dead-mails")
  @May(Act.RUN_CIRCLE)
  String mail(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam("mail") String mail,
      @RequestParam(name = "why", defaultValue = "") String why) {
    if (mails.putAside(mail, reason(why), clock.instant())) {
      audit.did(visitor, "dead-mail-put-aside", mail);
    }
    return "redirect:/dead-letters";
  }

  /** The member of that id, where the visitor may act for it. */
  private MemberId reachable(Visitor visitor, String whose) {
    if (whose.equals(visitor.memberText())) {
      return visitor.member();
    }
    return roster.circle().members().stream()
        .map(Member::id)
        .filter(each -> each.text().equals(whose) && isOffice(visitor))
        .findFirst()
        .orElseThrow(DeadLettersPage::absent);
  }

  private boolean isOffice(Visitor visitor) {
    return standing.of(visitor.member()) == Role.SECRETARIAT;
  }

  private static String reason(String why) {
    String told = why.strip();
    if (told.isEmpty() || told.length() > PutAside.MOST_WHY) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return told;
  }

  private static ResponseStatusException absent() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
