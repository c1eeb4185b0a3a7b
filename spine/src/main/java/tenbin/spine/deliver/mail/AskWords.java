package tenbin.spine.deliver.mail;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.nouns.incident.IncidentField;

/** A question's sentences, each language beside the other. */
enum AskWords {
  JA,
  EN;

  private static final String LINE_END = "\r\n";
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  /** In both languages: which one somebody reads is not known. It names no incident. */
  static String subject(String circle, AskMailer.Question question) {
    String again = question.turn() == AskMailer.Turn.REMINDER ? "[再送 / again] " : "";
    return "[" + circle + "] " + again + "ご確認のお願い / a question to you";
  }

  String text(AskMailer.Question question, Disclosure shown) {
    return question.part().equals(AskMailer.ROWS)
        ? aboutRows(question, shown)
        : aboutReport(question, shown);
  }

  /** It names the one's own networks and nobody who saw something, nor how much. */
  private String aboutRows(AskMailer.Question question, Disclosure shown) {
    String networks = String.join(", ", shown.facts().stream().map(Item.Fact::value).toList());
    return String.join(
            LINE_END,
            List.of(
                say(
                    "貴組織のネットワーク（" + networks + "）の異常について、会の通信事業者が把握していることがあります。",
                    "Operators of the circle know of signs of trouble in your network ("
                        + networks
                        + ")."),
                say(
                    "法令や契約により、貴組織の同意がなければ、アドレスを管理する通信事業者にも渡せません。",
                    "By law or contract it may go to nobody without your consent, not even to the"
                        + " operator that is responsible for the addresses."),
                "",
                say(
                    "アドレスを管理する通信事業者に、アドレス、日時、ポート番号、ホスト名などを渡してもよいでしょうか。",
                    "May the operator that is responsible for the addresses have them: addresses,"
                        + " times, ports, names?"),
                say("目的: 通信事業者が貴組織に知らせ、対処を助けるため", "What for: so that it can tell you and help"),
                "",
                page(),
                question.link(),
                "",
                say("期限: ", "Until: ") + DUE.format(question.due()),
                end()))
        + LINE_END;
  }

  private String page() {
    return say(
        "次のページで内容を確かめ、「はい」か「いいえ」を押してください。開いただけでは何も起こりません。",
        "Look at it on this page and press yes or no. To open the page does nothing.");
  }

  private String end() {
    return say(
        "期限までにお返事がなければ、知らせません。このリンクは貴組織だけのものです。転送しないでください。",
        "Without an answer until then nobody is told. The link is for your organisation alone:"
            + " please do not pass it on.");
  }

  private String aboutReport(AskMailer.Question question, Disclosure shown) {
    return String.join(
            LINE_END,
            List.of(
                say(
                    "ご報告いただいた件（" + what(shown) + "）について、お尋ねします。",
                    "About what you told us (" + what(shown) + "):"),
                "",
                say(
                    whom(question) + "に、" + part(question) + "を知らせてもよいでしょうか。",
                    "May " + whom(question) + " know " + part(question) + "?"),
                say("目的: ", "What for: ") + aim(question),
                "",
                page(),
                question.link(),
                "",
                say("期限: ", "Until: ") + DUE.format(question.due()),
                end()))
        + LINE_END;
  }

  private static String what(Disclosure shown) {
    String day = shown.fact(IncidentField.DAY.field());
    String kind = shown.fact(IncidentField.KIND.field());
    return day.isEmpty() ? kind : kind + ", " + day;
  }

  private String part(AskMailer.Question question) {
    return switch (question.part()) {
      case "method" -> say("攻撃の手口", "how it was done");
      case "identity" -> say("貴組織の名前", "who you are");
      case "connections" -> say("個々の通信", "single connections");
      case "response" -> say("とった対応", "what you did");
      default -> say("被害の内容", "what it did to you");
    };
  }

  private String whom(AskMailer.Question question) {
    return switch (question.recipients()) {
      case "class:operator" -> say("会のすべての通信事業者", "all network operators of the circle");
      case "class:secretariat" -> say("会の事務局", "the secretariat of the circle");
      default -> say("会のオブザーバー", "the observers of the circle");
    };
  }

  private String aim(AskMailer.Question question) {
    return switch (question.purpose()) {
      case "stop" -> say("続いている攻撃を共に止めるため", "to stop an attack that is going on, together");
      case "detect" -> say("指令サーバーを見つけるため", "to find the servers that command it");
      default ->
          say(
              "同じことが起きていないかを調べ、防ぐため",
              "to look whether the same happens to them and their customers, and shut it out");
    };
  }

  private String say(String ja, String en) {
    return this == JA ? ja : en;
  }
}
