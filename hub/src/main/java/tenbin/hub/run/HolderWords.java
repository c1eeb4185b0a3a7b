package tenbin.hub.run;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.spine.deliver.mail.NoticeMailer.Notice;
import tenbin.spine.doors.HubMail;

/**
 * The mail of a question to a member, each language beside the other.
 *
 * @param shown what the balance lets it tell
 * @param mail the hub's
 * @param secret of the link by which it is answered; "" where one signs in for that
 */
record HolderWords(Disclosure shown, HubMail mail, String secret) {
  static final String PURPOSE = "purpose";
  static final String DUE = "due";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  /** For the answer by mail, which a person reads. */
  private static final String KIND = "question";

  Notice notice(String circle) {
    String subject = "[" + circle + "] ご確認のお願い / a question to you";
    return new Notice(KIND, subject, ja(), en());
  }

  private String ja() {
    return lines(
        "貴社が保管する情報を渡してよいか、照会があります（目的 " + shown.fact(PURPOSE) + "）。",
        "",
        "画面で内容を確かめ、「はい」か「いいえ」で回答してください。",
        "回答期限: " + due() + "（期限を過ぎると渡しません）",
        (secret.isEmpty() ? "画面: " : "あなた専用のリンク（転送しないでください）: ") + page());
  }

  private String en() {
    return lines(
        "You are asked whether something that you hold may go (purpose "
            + shown.fact(PURPOSE)
            + ").",
        "",
        "Look at it on the page and say yes or no there.",
        "Please answer by: " + due() + " (without an answer nothing goes)",
        (secret.isEmpty() ? "Page: " : "Your own link, not to be passed on: ") + page());
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private String due() {
    return TIME.format(Instant.parse(shown.fact(DUE)).atZone(mail.zone()));
  }

  private String page() {
    return mail.page()
        .resolve(secret.isEmpty() ? "/tasks" : "/portal/approve#" + secret)
        .toString();
  }
}
