package tenbin.hub.run;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.spine.deliver.mail.NoticeMailer.Notice;
import tenbin.spine.doors.HubMail;

/** A recall's mail, each language beside the other, made of what was disclosed of it. */
record RecallWords(Disclosure shown, HubMail mail) {
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  /** For the answer by mail, which a person reads. */
  private static final String KIND = "recall";

  Notice notice(String circle) {
    String subject = "[" + circle + "] 回収のお願い / recall: please answer by " + due();
    return new Notice(KIND, subject, ja(), en());
  }

  private String ja() {
    return lines(
        "貴組織に届いた情報の根拠が終了しました。",
        "",
        "終了した根拠: " + shown.fact("basis"),
        "対象の配信: " + shown.fact("deliveries") + " 件、" + shown.fact("rows") + " 行",
        "期間 (UTC): " + shown.fact("first") + " - " + shown.fact("last"),
        "",
        "該当する情報を消去するか、保存義務のあるものは利用を止め、画面で回答してください。",
        "回答期限: " + due(),
        "画面: " + page());
  }

  private String en() {
    return lines(
        "A ground on which your organisation was given something has ended.",
        "",
        "Ground: " + shown.fact("basis"),
        "Deliveries: " + shown.fact("deliveries") + " with " + shown.fact("rows") + " rows",
        "From, to (UTC): " + shown.fact("first") + " - " + shown.fact("last"),
        "",
        "Delete what you were given, or stop using what you have to keep, and say so on the page.",
        "Please answer by: " + due(),
        "Page: " + page());
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private String due() {
    return DUE.format(Instant.parse(shown.fact("acknowledge-by")).atZone(mail.zone()));
  }

  private String page() {
    return mail.page().resolve("/recalls/" + shown.fact("recall")).toString();
  }
}
