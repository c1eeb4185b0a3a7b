package tenbin.spine.deliver.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why something was not sent: a cause, which is said in every language, and what it is about.
 *
 * @param cause what went wrong
 * @param detail a status, a name, a fault's own words; "" where the cause says all
 */
public record Obstacle(Cause cause, String detail) {
  /** Nothing went wrong. */
  public static final Obstacle NONE = new Obstacle(Cause.OTHER, "");

  /** What can go wrong, with its words in both languages; {} is where the detail stands. */
  public enum Cause {
    NO_SUCH_CHANNEL("no channel of that name: {}", "その名前の配信方法はありません: {}"),
    NO_SUCH_FORMAT("no format of that name: {}", "その名前の形式はありません: {}"),
    TOO_MANY("at most {} subscriptions", "配信設定は {} 件までです"),
    NOT_A_SCHEDULE("not a schedule: {}", "配信時期として読めません: {}"),
    NOT_A_URL("not a URL: {}", "URLとして読めません: {}"),
    NO_HTTPS_HOST("a webhook needs an https URL with a host{}", "Webhookにはホスト名のあるhttpsのURLが必要です{}"),
    USER_IN_URL(
        "a webhook's URL has no user and no fragment{}", "WebhookのURLに利用者名とフラグメント（#以降）は使えません{}"),
    WRONG_PORT("a webhook needs https on one of the ports {}", "Webhookはhttpsで、ポートは {} のいずれかに限ります"),
    NO_ADDRESS("the name {} has no address", "名前 {} にアドレスがありません"),
    NOT_PUBLIC("{} is no public address that a webhook may call", "{} はWebhookで呼び出せる公開アドレスではありません"),
    TLS_FAILED("TLS failed: {}", "TLS接続に失敗しました: {}"),
    NO_ANSWER("the receiver did not answer: {}", "受信側が応答しません: {}"),
    STATUS("the receiver answered with status {}", "受信側がステータス {} を返しました"),
    GONE("the receiver answered with status {} (gone)", "受信側がステータス {} を返しました（受信先はもうありません）"),
    REDIRECT(
        "the receiver answered with status {}: redirects are not followed, give the final URL",
        "受信側がステータス {} を返しました。転送先へは送りません。最終的なURLを指定してください"),
    TOO_LARGE("too large: {}", "大きすぎます: {}"),
    NOT_A_MAIL_ADDRESS("not a plain mail address{}", "メールアドレスとして読めません{}"),
    NO_CONTACT(
        "the address is no contact of {} in the circle's roster", "このアドレスは、会員名簿で {} の連絡先になっていません"),
    MAIL_SERVER("the mail server did not take it: {}", "メールサーバが受け付けません: {}"),
    MAIL_STATUS("the mail server answered {}", "メールサーバが {} を返しました"),
    STORE("the hub's store did not answer{}", "ハブのデータベースが応答しませんでした{}"),
    NOT_SERVED("channel or format is no longer served{}", "この配信方法または形式は提供を終了しました{}"),
    LOST_PLACE("the place where it stood is not known{}", "配信の続きの位置が分からなくなりました{}"),
    FAULT("a fault in the hub: {}", "ハブの不具合: {}"),
    /** Words as they come: of before this version, of others. */
    OTHER("{}", "{}");

    private final String en;
    private final String ja;

    Cause(String en, String ja) {
      this.en = en;
      this.ja = ja;
    }

    String pattern(Locale locale) {
      return locale.getLanguage().equals("ja") ? ja : en;
    }

    /** "no-such-channel". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Cause> tryParse(String word) {
      return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }
  }

  /** The sentence in a reader's language; "" when nothing went wrong. */
  public String in(Locale locale) {
    return cause.pattern(locale).replace("{}", detail);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** As it is stored: "status: 503". */
  String text() {
    return cause == Cause.OTHER ? detail : cause.word() + ": " + detail;
  }

  /** What was stored; words that name no cause are kept as they are. */
  static Obstacle of(String text) {
    int colon = text.indexOf(": ");
    Optional<Cause> cause = colon < 0 ? Optional.empty() : Cause.tryParse(text.substring(0, colon));
    return cause
        .map(known -> new Obstacle(known, text.substring(colon + 2)))
        .orElseGet(() -> new Obstacle(Cause.OTHER, text));
  }
}
