package tenbin.balance.weigh;

import java.util.List;

/** The reasons that a weighing can give, each with its words and with what would open it. */
public enum Code {
  PURPOSE_UNKNOWN(
      "the purpose is not on the circle's closed list",
      "目的が会の定める一覧にない",
      "a purpose of the list",
      "一覧にある目的で求める"),
  RECIPIENT_UNKNOWN(
      "the recipient {0} is not on record", "受け手 {0} が登録にない", "registering it", "登録する"),
  STANDING_UNMET(
      "the recipient does not meet {0}: {1}",
      "受け手が {0} の条件を満たさない: {1}", "the recipient meeting it", "受け手が条件を満たす"),
  ADDRESSEE_UNKNOWN(
      "nobody is known to have been responsible then",
      "その時点の責任者が不明",
      "a verified claim that covers it at that time",
      "その時点を含む、確認済みの届出"),
  NOT_ADDRESSEE(
      "the row may end only at {0}, which was responsible then", "その時点の責任者 {0} にしか渡せない", "", ""),
  HOP_OUTSIDE_ROUTE(
      "the step from {0} to {1} is not on the recorded route",
      "{0} から {1} への受け渡しは記録された経路にない", "", ""),
  NO_BASIS(
      "gate {0} is shut: no basis on record reaches it",
      "関門 {0} を開く根拠が登録にない",
      "a basis that opens gate {0} for this purpose and recipient",
      "この目的と受け手について関門 {0} を開く根拠"),
  NO_EVIDENCE(
      "basis {0} has no evidence, so it opens nothing",
      "根拠 {0} に証拠がなく、効力がない", "evidence of {0}", "{0} の証拠"),
  OTHER_PURPOSE(
      "basis {0} is not for this purpose",
      "根拠 {0} はこの目的のものではない", "{0} extended to this purpose", "{0} にこの目的を加える"),
  OTHER_ACT(
      "basis {0} is not for the act {1}",
      "根拠 {0} は行為 {1} を含まない", "{0} extended to {1}", "{0} に {1} を加える"),
  OTHER_GIVER(
      "basis {0} is not for what {1} gives",
      "根拠 {0} は {1} からの提供を含まない", "{1} joining {0}", "{1} が {0} に加わる"),
  OTHER_RECIPIENT(
      "basis {0} does not name {1}", "根拠 {0} は {1} を受け手としない", "{1} joining {0}", "{1} が {0} に加わる"),
  OTHER_SUBJECT(
      "basis {0} is not about this subject",
      "根拠 {0} はこの本人に関するものではない", "this subject's own", "この本人のもの"),
  NOT_YET("basis {0} does not hold yet", "根拠 {0} はまだ効力がない", "waiting until it holds", "発効を待つ"),
  ENDED("basis {0} has ended", "根拠 {0} は終了した", "renewing {0}", "{0} の更新"),
  REVIEW_PASSED(
      "basis {0} was to be reviewed before this time",
      "根拠 {0} は見直しの期日を過ぎた", "reviewing {0}", "{0} の見直し"),
  REVOKED("basis {0} was revoked", "根拠 {0} は取り消された", "a new basis", "新たな根拠"),
  NOT_ON_RECORD(
      "basis {0} was not on record at that time, it was recorded later",
      "根拠 {0} は当時まだ登録されていなかった", "", ""),
  CONDITION_UNMET("the condition of {0} is not met: {1}", "{0} の条件を満たさない: {1}", "{1}", "{1}"),
  CONDITION_UNKNOWN(
      "the condition of {0} cannot be told: {1}",
      "{0} の条件を判断できない: {1}", "recording {1}", "{1} の登録"),
  SUBJECT_UNKNOWN(
      "basis {0} needs to know whom it is about",
      "根拠 {0} には本人の特定が要る", "finding the subject", "本人の特定"),
  REGISTER_MISSING(
      "basis {0} rests on the register {1}, which is not loaded",
      "根拠 {0} の登録簿 {1} が読み込まれていない", "loading {1}", "{1} の読み込み"),
  OPTED_OUT("{0} opted out of {1}", "{0} は {1} から脱退した", "{0}'s consent", "{0} の同意"),
  CONSENT_NOT_VALID(
      "the consent {0} is {1}",
      "同意 {0} の状態は {1}", "the subject's consent; one click", "本人の同意（ワンクリック）"),
  CONSENT_REFUSED(
      "the subject refused or withdrew by {0}",
      "本人が {0} により拒否または撤回した", "a newer consent of the subject", "本人の新たな同意"),
  NOT_ADOPTED(
      "{1} has not adopted the clause {0}",
      "{1} は条項 {0} を採用していない", "{1} adopting {0}", "{1} による {0} の採用"),
  NOT_JOINTLY(
      "no one choice of bases opens it together with the rest of its group",
      "同じ組の他の項目と併せて開く根拠の組み合わせがない",
      "one basis that lists all of them",
      "すべてを挙げる一つの根拠"),
  HELD_WOULD_JOIN(
      "joined to what the recipient already has it would tell more than any basis allows",
      "受け手がすでに持つものと合わさり、根拠の範囲を超える",
      "one basis that lists all of them",
      "すべてを挙げる一つの根拠"),
  FORBIDDEN("{0} forbids it", "{0} が禁じている", "{1}", "{1}"),
  MARKED("the sender marked it {0}", "送り手の表示は {0}", "the sender marking it wider", "送り手による表示の変更"),
  MARKED_ACT(
      "{0} does not allow the act {1}", "{0} は行為 {1} を認めない", "a query to the provider", "提供元への照会"),
  MARKED_NO_ATTRIBUTION("the sender's policy forbids attribution", "送り手の方針により出所を示せない", "", ""),
  MARKED_ENCRYPT(
      "the sender's policy wants an encrypted channel",
      "送り手の方針により暗号化された経路が要る",
      "an encrypted channel",
      "暗号化された経路"),
  MARKED_ENDED(
      "the sender's policy has ended", "送り手の方針の期限が過ぎた", "a query to the provider", "提供元への照会"),
  LICENCE(
      "the recipient does not hold the licence {0}",
      "受け手は利用許諾 {0} を持たない", "the licence {0}", "利用許諾 {0}"),
  GRADE(
      "the release grade {0} is not this recipient's",
      "公開区分 {0} はこの受け手のものではない", "a release for its grade", "その区分向けの公開"),
  NOT_NEEDED("the purpose does not need it", "目的に必要ない", "a purpose that needs it", "それを必要とする目的"),
  REQUIRED_MISSING(
      "the purpose requires {0}, which may not go", "目的に必要な {0} を渡せない", "opening {0}", "{0} を開くこと"),
  ASK("{0} can be asked about gate {1}", "関門 {1} について {0} に尋ねられる", "asking {0}", "{0} に尋ねる"),
  ASK_PENDING("{0} has been asked", "{0} に照会中", "the answer", "回答"),
  ASK_REFUSED("{0} was asked and refused", "{0} が断った", "", ""),
  NOBODY_TO_ASK("nobody is known who could be asked", "尋ねる相手が不明", "finding the subject", "本人の特定"),
  REVIEW_NEEDED(
      "a person has to look at what the patterns cut out", "伏せ字の案を人が確かめる必要がある", "the review", "確認"),
  REVIEW_REJECTED("cutting out what must not go would break it", "伏せると役に立たなくなる", "", ""),
  HOLDS_NOTHING("nothing of it may go", "渡せるものがない", "", "");

  private final String en;
  private final String ja;
  private final String openEn;
  private final String openJa;

  Code(String en, String ja, String openEn, String openJa) {
    this.en = en;
    this.ja = ja;
    this.openEn = openEn;
    this.openJa = openJa;
  }

  String english(List<String> about) {
    return filled(en, about);
  }

  String japanese(List<String> about) {
    return filled(ja, about);
  }

  String opener(List<String> about) {
    return filled(openEn, about);
  }

  String openerJapanese(List<String> about) {
    return filled(openJa, about);
  }

  private static String filled(String words, List<String> about) {
    String text = words;
    for (int i = 0; i < about.size(); i++) {
      text = text.replace("{" + i + "}", about.get(i));
    }
    return text;
  }
}
