package tenbin.spine.deliver.mail;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.nouns.casework.SeenBy;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.casework.Reminder;

/** A reminder's sentences, each language beside the other. */
enum CaseWords {
  JA("ja"),
  EN("en");

  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  private final String tag;

  CaseWords(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }

  /** In both languages: which one somebody reads is not known. */
  static String subject(String circle, Disclosure shown) {
    return "[" + circle + "] 事案への回答のお願い / a case waits for your answer: " + due(shown);
  }

  String opening(Reminder.Step step) {
    return switch (step) {
      case HALFWAY ->
          say(
              "回答期限までの半分が過ぎましたが、貴組織の回答がまだありません。",
              "Half of the time to answer is over, and your organisation has not answered yet.");
      case DUE ->
          say(
              "回答期限になりましたが、貴組織の最終的な回答がまだありません。",
              "The deadline has come, and your organisation's final answer is still missing.");
      case OVERDUE ->
          say(
              "回答期限を一日過ぎました。事務局からご連絡することがあります。",
              "The deadline passed a day ago. The secretariat may get in touch with you.");
    };
  }

  String what(Disclosure shown) {
    String family = shown.fact(CaseFacts.FAMILY);
    String name = shown.fact(CaseFacts.TYPE) + (family.isEmpty() ? "" : " (" + family + ")");
    return say("種類: ", "What: ") + name;
  }

  String period(Disclosure shown) {
    String from = shown.fact(CaseFacts.FROM);
    String to = shown.fact(CaseFacts.TO);
    return say("期間 (UTC): ", "Seen (UTC): ") + from + " - " + to;
  }

  String seenBy(Disclosure shown) {
    return say("観測: ", "Seen by: ")
        + switch (SeenBy.valueOf(shown.fact(CaseFacts.SEEN_BY))) {
          case ONLY_YOU -> say("自社のみ", "only you");
          case YOU_AND_OTHERS -> say("自社と他社", "you and others");
          case FIVE_OR_MORE -> say("5社以上", "five or more members");
        };
  }

  String clues() {
    return say("手がかり:", "What joins it:");
  }

  String moreValues(long more) {
    return say("ほかに " + more + " 件", "and " + more + " more");
  }

  String answer() {
    return say(
        "このメールに返信し、最初の行に次のいずれかを書いてください: 確認した / 調査中 / 影響あり / 影響なし / 対応済み",
        "Answer this mail with one of these words in its first line: seen / checking / affected /"
            + " not affected / fixed");
  }

  String until(Disclosure shown) {
    return say("回答期限: ", "Please answer by: ") + due(shown);
  }

  String page() {
    return say("画面: ", "Page: ");
  }

  private String say(String ja, String en) {
    return this == JA ? ja : en;
  }

  private static String due(Disclosure shown) {
    return DUE.format(ZonedDateTime.parse(shown.fact(CaseFacts.DEADLINE)));
  }
}
