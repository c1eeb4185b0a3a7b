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
import tenbin.spine.newcomer.letter.ContactLetter;
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
    return send(
        turn, new NoticeMailer.Notice("invitation", subject, ja, en), newcomer.letter().mail());
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public Sent question(ContactLetter letter, Claimant claimant, String path) {
    String link = page.resolve(path).toString();
    String until = TIME.format(letter.until().atZone(zone));
    String name = circle.get().name();
    String network = letter.network().toString();
    String ja =
        lines(
            network + " の登録連絡先 ご担当者様",
            "",
            "このアドレスは、レジストリで " + network + " の連絡先として登録されています（" + letter.where() + "）。",
            claimant.nameJa() + " は、この網を自組織のものとして " + name + " に申告しました。",
            "正しければ、次のリンクで「はい」と答えてください。以後、この網に関する観測データが " + claimant.nameJa() + " に届きます。",
            "心当たりがない場合は「いいえ」と答えるか、このメールを無視してください。リンクを開くだけでは何も起きません。",
            "期限: " + until,
            link);
    String en =
        lines(
            "To the registered contact of " + network + ",",
            "",
            "a registry names this address as a contact of "
                + network
                + " ("
                + letter.where()
                + ").",
            claimant.name() + " told " + name + " that this network is its own.",
            "If that is right, say yes behind this link: what is observed about the network then"
                + " goes to "
                + claimant.name()
                + ".",
            "If you do not know of it, say no, or do nothing. Opening the link alone does nothing.",
            "Until: " + until,
            link);
    String subject = "[" + name + "] " + network + " の確認 / whose network is " + network + "?";
    String turn = letter.member() + " " + network + " " + letter.sentAt();
    return send(turn, new NoticeMailer.Notice("network-question", subject, ja, en), letter.mail());
  }

  private Sent send(String turn, NoticeMailer.Notice notice, String to) {
    Optional<Disclosure> shown = shown(notice.kind(), turn);
    if (shown.isEmpty()) {
      return Sent.REFUSED;
    }
    try {
      mailer.send(shown.get(), notice, to);
      return Sent.SENT;
    } catch (NotSent refused) {
      LOG.warn("a letter, {}, did not leave: {}", turn, refused.words());
      return Sent.REFUSED;
    }
  }

  private Optional<Disclosure> shown(String kind, String turn) {
    Optional<MemberId> secretariat = circle.get().secretariat().map(each -> each.id());
    if (secretariat.isEmpty()) {
      return Optional.empty();
    }
    Item.Told told =
        new Item.Told(
            kind,
            turn,
            secretariat.get(),
            Tlp.AMBER_STRICT,
            List.of(secretariat.get()),
            List.of(new Item.Fact(kind, Category.CD, turn)));
    return viewers.plan(secretariat.get(), Purpose.RUN_THE_CIRCLE, Outlet.MAIL).decide(told)
            instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }
}
