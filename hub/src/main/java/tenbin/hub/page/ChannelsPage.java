package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.nouns.member.Member;
import tenbin.spine.collect.mailbox.MailBook;
import tenbin.spine.deliver.channel.ChannelBook;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.post.ReportAddresses;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.layout.ReaderTime;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** What is sent to the visitor's member by itself, what came back by mail, its report address. */
@Controller
public class ChannelsPage {
  private static final int MOST_ATTEMPTS = 100;
  private static final int MOST_MAILS = 50;

  private static final Columns<Subscription> COLUMNS =
      new Columns<Subscription>(each ->
          List.of(each.order().address(), each.order().channel(), each.order().format()))
          .by("to", each -> each.order().address())
          .by("format", each -> each.order().format())
          .by("when", each -> each.order().schedule().toString())
          .by("state", Subscription::state)
          .by("last", each -> each.lastSuccess().orElse(Instant.EPOCH));

  private final ChannelBook book;
  private final MailBook mails;
  private final ReportAddresses addresses;
  private final Roster roster;
  private final Tables tables;
  private final Audit audit;
  private final Clock clock;

  public ChannelsPage(
      ChannelBook book,
      MailBook mails,
      ReportAddresses addresses,
      Roster roster,
      Tables tables,
      Audit audit,
      Clock clock) {
    this.book = book;
    this.mails = mails;
    this.addresses = addresses;
    this.roster = roster;
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/channels")
  @May(Act.READ)
  String list(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    return show(visitor, Order.EMPTY, request, model);
  }

  private String show(Visitor visitor, Order order, HttpServletRequest request, Model model) {
    List<Subscription> own = book.subscriptionsOf(visitor.member());
    model.addAttribute("table", tables.of(request, visitor, "/channels", own, COLUMNS));
    model.addAttribute("channels", new TreeSet<>(book.channels().byName().keySet()));
    model.addAttribute("formats", new TreeSet<>(book.channels().byFormat().keySet()));
    model.addAttribute("order", order);
    model.addAttribute("mails", contacts(visitor));
    model.addAttribute("answers", mails.answersOf(visitor.member(), MOST_MAILS));
    model.addAttribute("bounces", mails.bouncesOf(visitor.member(), MOST_MAILS));
    model.addAttribute("reportAddress", addresses.of(visitor.member()).orElse(""));
    return "hub/page/channels";
  }

  private List<String> contacts(Visitor visitor) {
    return roster.circle().member(visitor.member()).stream()
        .map(Member::contacts)
        .flatMap(List::stream)
        .map(contact -> contact.mail())
        .filter(mail -> !mail.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  @PostMapping("/channels")
  @May(Act.CONFIGURE)
  String subscribe(
      @AuthenticationPrincipal Visitor visitor,
      @ModelAttribute("ordered") Order order,
      HttpServletRequest request,
      Model model) {
    ReaderTime time = Objects.requireNonNull((ReaderTime) model.getAttribute("time"));
    try {
      Subscription made = book.subscribe(visitor.member(), order.in(time.zone()));
      audit.did(visitor, "subscribe", made.id().toString());
      showSecret(visitor, made, model);
      return show(visitor, Order.EMPTY, request, model);
    } catch (NotSent refused) {
      model.addAttribute("refused", refused.obstacle());
      return show(visitor, order, request, model);
    }
  }

  @GetMapping("/channels/{id}")
  @May(Act.READ)
  String one(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id, Model model) {
    model.addAttribute("one", own(visitor, id));
    model.addAttribute("attempts", book.attempts(visitor.member(), id, MOST_ATTEMPTS));
    model.addAttribute("now", clock.instant());
    return "hub/page/channel";
  }

  @PostMapping("/channels/{id}")
  @May(Act.CONFIGURE)
  String change(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam("change") String word,
      Model model) {
    Subscription before = own(visitor, id);
    ChannelBook.Change change =
        Changes.tryParse(word)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    if (book.change(visitor.member(), id, change)) {
      audit.did(visitor, "subscription-" + word.toLowerCase(Locale.ROOT), id.toString());
      if (change == ChannelBook.Change.RENEW_SECRET) {
        showSecret(visitor, before, model);
        return one(visitor, id, model);
      }
    }
    return change == ChannelBook.Change.END ? "redirect:/channels" : "redirect:/channels/" + id;
  }

  @PostMapping("/channels/report-address")
  @May(Act.CONFIGURE)
  String renew(@AuthenticationPrincipal Visitor visitor) {
    addresses
        .renew(visitor.member())
        .ifPresent(next -> audit.did(visitor, "renew-report-address", visitor.memberText()));
    return "redirect:/channels";
  }

  private Subscription own(Visitor visitor, UUID id) {
    return book.subscriptionsOf(visitor.member()).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private void showSecret(Visitor visitor, Subscription subscription, Model model) {
    if (Changes.isSigned(subscription)) {
      model.addAttribute("secret", book.secret(visitor.member(), subscription.id()));
    }
  }
}
