package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.collect.mailbox.MailOffice;
import tenbin.spine.roster.Roster;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Role;
import tenbin.web.signin.Standing;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** Contacts that somebody should check: a member's own; the secretariat's of all it may see. */
@Controller
@May(Act.READ)
public class ContactsPage {
  private static final Purpose PURPOSE = Purpose.RUN_THE_CIRCLE;

  private static final Columns<ContactDoubts.Doubt> COLUMNS =
      new Columns<ContactDoubts.Doubt>(
              each -> List.of(each.member(), each.contact().name(), each.contact().mail()))
          .by("member", ContactDoubts.Doubt::member)
          .by("name", each -> each.contact().name())
          .by("verified", each -> each.contact().verifiedAt())
          .by("next", each -> each.contact().nextCheck());

  private final Roster roster;
  private final MailOffice mails;
  private final Viewers viewers;
  private final WayOut wayOut;
  private final Standing standing;
  private final Tables tables;
  private final Clock clock;

  public ContactsPage(
      Roster roster,
      MailOffice mails,
      Viewers viewers,
      WayOut wayOut,
      Standing standing,
      Tables tables,
      Clock clock) {
    this.roster = roster;
    this.mails = mails;
    this.viewers = viewers;
    this.wayOut = wayOut;
    this.standing = standing;
    this.tables = tables;
    this.clock = clock;
  }

  @GetMapping("/contacts")
  String contacts(
      @AuthenticationPrincipal Visitor visitor,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    Directory directory =
        new Directory(
            roster.circle(), viewers.plan(visitor.member(), PURPOSE, Outlet.PAGE), locale, clock);
    boolean office = standing.of(visitor.member()) == Role.SECRETARIAT;
    List<Directory.Entry> members =
        office ? directory.members() : directory.member(visitor.member()).stream().toList();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<ContactDoubts.Doubt> doubts = new ContactDoubts(mails.questionable(), today).of(members);
    model.addAttribute("table", tables.of(request, visitor, "/contacts", doubts, COLUMNS));
    wayOut.willShow(
        request, new WayOut.Errand(visitor.member(), PURPOSE, Outlet.PAGE), directory.shown());
    return "hub/page/contacts";
  }
}
