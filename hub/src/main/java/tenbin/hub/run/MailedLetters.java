package tenbin.hub.run;

import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.hub.joining.Letters;
import tenbin.hub.wiring.HubParts;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.Spine;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.mail.MailRules;
import tenbin.spine.deliver.mail.NoticeMailer;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.HubMail;
import tenbin.spine.newcomer.Newcomer;
import tenbin.web.exit.Viewers;

/**
 * The secretariat's letters by mail. They are the secretariat's own words to somebody outside, so
 * what leaves is disclosed to the secretariat and to nobody else, and the ledger says so.
 */
final class MailedLetters implements Letters {
  private static final Logger LOG = LoggerFactory.getLogger(MailedLetters.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  private final NoticeMailer mailer;
  private final Viewers viewers;
  private final Supplier<Circle> circle;
  private final URI page;
  private final ZoneId zone;

  private MailedLetters(
      NoticeMailer mailer, Viewers viewers, Supplier<Circle> circle, URI page, ZoneId zone) {
    this.mailer = mailer;
    this.viewers = viewers;
    this.circle = circle;
    this.page = page;
    this.zone = zone;
  }

  /** Those of a hub; none of one that sends no mail. */
  static Letters of(Spine spine, Doors doors, HubStart how) {
    if (how.mail().isEmpty()) {
      return Letters.NONE;
    }
    HubMail mail = how.mail().get();
    String name = spine.roster().circle().name();
    MailRules rules = MailRules.of(mail.address(), name, mail.page(), mail.zone());
    NoticeMailer mailer =
        new NoticeMailer(mail.out(), rules, doors.answerTokens(), spine.deliveries(), how.clock());
    Viewers viewers = HubParts.viewers(spine, how.clock());
    return new MailedLetters(
        mailer, viewers, () -> spine.roster().circle(), mail.page(), mail.zone());
  }

  @Override
  public Sent invitation(Newcomer newcomer, String path) {
    String link = page.resolve(path).toString();
    String until = TIME.format(newcomer.letter().until().atZone(zone));
    String name = circle.get().name();
    String ja =
        lines(
            newcomer.invited().nameJa() + " ご担当者様",
            "",
            name + " への参加のご案内です。",
            "次のリンクからパスワードを設定し、参加の手続き（網の確認、合意への署名、窓口の登録）を進めてください。",
            "リンクは一度だけ使えます。転送しないでください。",
            "期限: " + until,
            link);
    String en =
        lines(
            "To " + newcomer.invited().name() + ",",
            "",
            "you are invited to join " + name + ".",
            "Choose a password behind this link; a list then leads you through the rest: your"
                + " networks, the agreements, your contacts.",
            "The link works once. Please do not pass it on.",
            "Until: " + until,
            link);
    String subject = "[" + name + "] 参加のご案内 / an invitation to join";
    String turn = newcomer.id() + " " + newcomer.letter().sentAt();
    return send(turn, new NoticeMailer.Notice("invitation", subject, ja, en), newcomer);
  }

  private Sent send(String turn, NoticeMailer.Notice notice, Newcomer newcomer) {
    Optional<Disclosure> shown = shown(turn);
    if (shown.isEmpty()) {
      return Sent.REFUSED;
    }
    try {
      mailer.send(shown.get(), notice, newcomer.letter().mail());
      return Sent.SENT;
    } catch (NotSent refused) {
      LOG.warn("a letter to the newcomer {} did not leave: {}", newcomer.id(), refused.words());
      return Sent.REFUSED;
    }
  }

  private Optional<Disclosure> shown(String turn) {
    Optional<MemberId> secretariat = circle.get().secretariat().map(each -> each.id());
    if (secretariat.isEmpty()) {
      return Optional.empty();
    }
    Item.Told told =
        new Item.Told(
            "invitation",
            turn,
            secretariat.get(),
            Tlp.AMBER_STRICT,
            List.of(secretariat.get()),
            List.of(new Item.Fact("invitation", Category.CD, turn)));
    return viewers.plan(secretariat.get(), Purpose.RUN_THE_CIRCLE, Outlet.MAIL).decide(told)
            instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }
}
