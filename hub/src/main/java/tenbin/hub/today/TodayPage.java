package tenbin.hub.today;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.balance.Outlet;
import tenbin.hub.routes.RouteDoor;
import tenbin.spine.asking.AskBook;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.group.Groups;
import tenbin.spine.group.election.ElectionSight;
import tenbin.spine.group.role.Seats;
import tenbin.spine.newcomer.Joining;
import tenbin.spine.newcomer.letter.ContactLetters;
import tenbin.spine.recall.RecallBook;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.may.Rights;
import tenbin.web.signin.Tokens;
import tenbin.web.signin.Visitor;

/** What needs the visitor, the most urgent first, and nothing else. */
@Controller
public class TodayPage {
  /** The pages' word list. */
  public static final String WORDS = "/tenbin/hub/today/today.words";

  private final List<Needs> all;
  private final Rights rights;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final MessageSource words;
  private final Clock clock;

  public TodayPage(
      AskBook tasks,
      CaseBook cases,
      RecallBook recalls,
      Roster roster,
      MailOffice mails,
      ChannelBook channels,
      Tokens tokens,
      Joining joining,
      ContactLetters letters,
      Groups groups,
      Seats seats,
      ElectionSight elections,
      RouteDoor routes,
      Rights rights,
      Viewers viewers,
      WayOut wayOut,
      MessageSource words,
      Clock clock) {
    this.all =
        List.of(
            new QuestionNeeds(tasks),
            new CaseNeeds(cases),
            new RouteNeeds(routes),
            new RecallNeeds(recalls),
            new ContactNeeds(roster, mails, clock),
            new ChannelNeeds(channels),
            new TokenNeeds(tokens),
            new ProofNeeds(joining),
            new NewcomerNeeds(joining, letters),
            // Before the roles: whoever was elected meanwhile holds one.
            new ElectionNeeds(groups, elections),
            new RoleNeeds(groups, seats));
    this.rights = rights;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/today")
  @May(Act.SETTLE_IN)
  String today(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    if (!rights.may(visitor, Act.READ)) {
      return "redirect:/joining";
    }
    Looker looker = new Looker(visitor, clock.instant(), locale, words, viewers);
    List<Need> needs =
        all.stream()
            .filter(each -> rights.may(visitor, each.act()))
            .flatMap(each -> each.of(looker))
            .sorted(
                Comparator.comparing((Need each) -> each.until().orElse(Instant.MAX))
                    .thenComparing(Need::kind)
                    .thenComparing(Need::what))
            .toList();
    looker
        .shown()
        .forEach((purpose, some) ->
            wayOut.willShow(
                request, new WayOut.Errand(visitor.member(), purpose, Outlet.PAGE), some));
    model.addAttribute("needs", needs);
    model.addAttribute("now", looker.now());
    return "hub/today/today";
  }
}
