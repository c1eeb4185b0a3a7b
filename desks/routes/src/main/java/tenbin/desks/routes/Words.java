package tenbin.desks.routes;

import java.time.Duration;
import java.util.Locale;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.playbook.CounterPlan;
import tenbin.desks.routes.playbook.RegistryFix;

/** What the routes desk says to people, every language beside the other. */
public final class Words {
  private Words() {}

  /** One thing said in English and in Japanese. */
  public record Phrase(String en, String ja) {
    /** In a reader's language. */
    public String in(Locale locale) {
      return locale.getLanguage().equals("ja") ? ja : en;
    }
  }

  /** What happened. */
  public static Phrase of(Kind kind) {
    return switch (kind) {
      case ORIGIN_HIJACK -> new Phrase("Another origin", "別のASが経路の発生元");
      case SUBPREFIX_HIJACK -> new Phrase("More specific of another origin", "別のASによる細分経路");
      case LESS_SPECIFIC -> new Phrase("Block around it of another origin", "別のASによる包含経路");
      case AS_SET_ORIGIN -> new Phrase("Origin is a set of ASes", "発生元がASの集合");
      case FAKE_FIRST_HOP -> new Phrase("Unknown neighbour of the origin", "発生元の隣が見知らぬAS");
      case SUBPREFIX_FORGED -> new Phrase("More specific with a forged origin", "発生元を偽った細分経路");
      case FORGED_PATH -> new Phrase("Link that does not exist", "存在しない接続を含む経路");
      case PREPEND -> new Phrase("Unusual prepending", "通常と異なるプリペンド");
      case PEERLOCK -> new Phrase("AS behind one that it never stands behind", "ありえない順序のAS");
      case ROUTE_LEAK -> new Phrase("Route leak", "経路漏洩");
      case MASS_LEAK -> new Phrase("Mass leak", "大規模な経路漏洩");
      case MASS_HIJACK -> new Phrase("Mass hijack", "大規模な経路ハイジャック");
      case RPKI_INVALID -> new Phrase("RPKI invalid", "RPKI検証で不正");
      case RPKI_MASS_INVALID ->
          new Phrase("Many announcements became RPKI invalid", "多数の経路がRPKI検証で不正に");
      case RPKI_EXPIRY -> new Phrase("ROA ends or is gone", "ROAの期限切れ・消失");
      case ROA_JUST_CHANGED -> new Phrase("Valid by a ROA that just came", "直前に登録されたROAで有効");
      case ASPA_INVALID -> new Phrase("Path against ASPA", "ASPAに反する経路");
      case IRR_MISMATCH -> new Phrase("Origin is not the registry's", "発生元がIRR登録と不一致");
      case VISIBILITY_LOSS -> new Phrase("Not seen any more", "経路が見えなくなった");
      case NEW_PREFIX -> new Phrase("New prefix of a member's AS", "会員ASの新しい経路");
      case NEW_UPSTREAM -> new Phrase("New upstream", "新しい上流AS");
      case NEW_DOWNSTREAM -> new Phrase("New downstream", "新しい下流AS");
      case SQUATTING -> new Phrase("Unused space announced", "未使用空間の広告");
      case BOGON_PREFIX -> new Phrase("Space that is never announced", "広告されるはずのない空間");
      case BOGON_ASN -> new Phrase("AS number that never stands in a path", "経路に現れるはずのないAS番号");
      case IXP_LAN -> new Phrase("Network of an exchange point announced", "IXのネットワークの広告");
    };
  }

  /** How it stands. */
  public static Phrase of(State state) {
    return switch (state) {
      case ONGOING -> new Phrase("Going on", "継続中");
      case DORMANT -> new Phrase("Quiet, not over", "静観中");
      case ACKNOWLEDGED -> new Phrase("In hand", "対応者あり");
      case UNDER_MITIGATION -> new Phrase("Being countered", "対処中");
      case WITHDRAWN -> new Phrase("Withdrawn", "取り下げられた");
      case RESOLVED -> new Phrase("Settled", "解決済み");
      case IGNORED -> new Phrase("Is nothing", "問題なし");
      case OUTDATED -> new Phrase("Declared or registered since", "宣言・登録の変更で解消");
    };
  }

  /** What of its life people are told. */
  public static Phrase of(Notice.What what) {
    return switch (what) {
      case BEGAN -> new Phrase("began", "発生");
      case GREW -> new Phrase("grew", "拡大");
      case REOPENED -> new Phrase("came back", "再発");
      case ENDED -> new Phrase("is over", "終息");
    };
  }

  /** How long something took, as coarse as people say it. */
  public static Phrase of(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    if (minutes < 120) {
      return new Phrase(minutes + " min", minutes + "分");
    }
    long hours = (minutes + 30) / 60;
    return hours < 72
        ? new Phrase(hours + " h", hours + "時間")
        : new Phrase((hours + 12) / 24 + " days", (hours + 12) / 24 + "日");
  }

  /** That a registry was mended after so long. */
  public static Phrase mended(Duration span) {
    return new Phrase(
        "The registry was mended after " + of(span).en(), "登録情報は" + of(span).ja() + "後に修正");
  }

  /** What is to be done in a registry. */
  public static Phrase of(RegistryFix.Step step) {
    boolean object = step.where() == RegistryFix.Where.ROUTE_OBJECT;
    return switch (step.what()) {
      case CREATE ->
          object
              ? new Phrase("Create this route object", "作成する経路オブジェクト")
              : new Phrase("Create this ROA", "作成するROA");
      case REMOVE ->
          object
              ? new Phrase(
                  "Remove this route object, if that AS does not announce it any more",
                  "そのASがもう広告しないなら削除する経路オブジェクト")
              : new Phrase(
                  "Remove this ROA, if that AS does not announce it any more",
                  "そのASがもう広告しないなら削除するROA");
    };
  }

  /** What can be done about it. */
  public static Phrase of(Deed.Act act) {
    return switch (act) {
      case ACKNOWLEDGE -> new Phrase("Take it in hand", "対応を引き受ける");
      case MITIGATE -> new Phrase("We counter it", "対処を始めた");
      case IGNORE -> new Phrase("It is nothing", "問題ないとする");
      case RESOLVE -> new Phrase("It is settled", "解決済みとする");
      case UNDO -> new Phrase("Take back what was said last", "直前の操作を取り消す");
    };
  }

  /** How much a counter-announcement wins. */
  public static Phrase of(CounterPlan.Gain gain) {
    return switch (gain) {
      case ALL ->
          new Phrase("Longer than the other's: preferred wherever heard", "相手より細かく、届く限り優先される");
      case SHARED ->
          new Phrase(
              "As long as the other's, nothing longer is heard: whoever is nearer to you follows"
                  + " you; ask neighbours to filter",
              "相手と同じ長さ。これより細かい経路は届かないため、近いネットワークだけが戻る。隣接ASにフィルタを依頼");
      case RARELY_HEARD ->
          new Phrase(
              "The other's is too long to be heard widely: keep your own beside it",
              "相手の経路は細かすぎて広くは届かない。自経路を保てばよい");
    };
  }
}
