package tenbin.desks.abuse;

import tenbin.balance.Reason;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Fault;

/** What the abuse desk says to people, every language beside the other. */
public final class Words {
  private Words() {}

  /** One thing said in English and in Japanese. */
  public record Phrase(String en, String ja) {}

  /** What was seen. */
  public static Phrase of(Rsit type) {
    return switch (type) {
      case SPAM -> new Phrase("Spam", "迷惑メール");
      case HARMFUL_SPEECH -> new Phrase("Harmful speech", "有害な発言");
      case VIOLENCE -> new Phrase("Violence", "暴力");
      case INFECTED_SYSTEM -> new Phrase("Infected system", "感染した機器");
      case C2_SERVER -> new Phrase("Command server", "指令サーバー");
      case MALWARE_DISTRIBUTION -> new Phrase("Malware distribution", "マルウェアの配布");
      case MALWARE_CONFIGURATION -> new Phrase("Malware configuration", "マルウェアの設定");
      case SCANNER -> new Phrase("Scanning", "スキャン");
      case SNIFFING -> new Phrase("Sniffing", "盗聴");
      case SOCIAL_ENGINEERING -> new Phrase("Social engineering", "ソーシャルエンジニアリング");
      case IDS_ALERT -> new Phrase("Attempt to exploit a known weakness", "既知の脆弱性への攻撃の試み");
      case BRUTE_FORCE -> new Phrase("Brute force", "総当たり攻撃");
      case EXPLOIT -> new Phrase("Attempt with a new exploit", "新しい手口の攻撃の試み");
      case PRIVILEGED_ACCOUNT_COMPROMISE ->
          new Phrase("Privileged account taken over", "特権アカウントの侵害");
      case UNPRIVILEGED_ACCOUNT_COMPROMISE -> new Phrase("Account taken over", "アカウントの侵害");
      case APPLICATION_COMPROMISE -> new Phrase("Application taken over", "アプリケーションの侵害");
      case SYSTEM_COMPROMISE -> new Phrase("System taken over", "システムの侵害");
      case BURGLARY -> new Phrase("Burglary", "物理的な侵入");
      case DOS -> new Phrase("Denial of service", "サービス妨害");
      case DDOS -> new Phrase("Distributed denial of service", "分散型サービス妨害");
      case MISCONFIGURATION -> new Phrase("Wrong configuration", "設定の誤り");
      case SABOTAGE -> new Phrase("Sabotage", "破壊行為");
      case OUTAGE -> new Phrase("Outage", "障害");
      case UNAUTHORISED_INFORMATION_ACCESS ->
          new Phrase("Unauthorised access to information", "情報への不正アクセス");
      case UNAUTHORISED_INFORMATION_MODIFICATION ->
          new Phrase("Unauthorised change of information", "情報の改ざん");
      case DATA_LOSS -> new Phrase("Data loss", "データの消失");
      case DATA_LEAK -> new Phrase("Data leak", "情報の漏えい");
      case UNAUTHORISED_USE_OF_RESOURCES -> new Phrase("Unauthorised use of resources", "資源の不正利用");
      case COPYRIGHT -> new Phrase("Copyright", "著作権の侵害");
      case MASQUERADE -> new Phrase("Masquerade", "なりすまし");
      case PHISHING -> new Phrase("Phishing", "フィッシング");
      case WEAK_CRYPTO -> new Phrase("Weak cryptography", "弱い暗号");
      case DDOS_AMPLIFIER -> new Phrase("Can amplify floods", "攻撃の増幅に使われうる機器");
      case POTENTIALLY_UNWANTED_ACCESSIBLE ->
          new Phrase("Service open to the world", "意図せず公開されたサービス");
      case INFORMATION_DISCLOSURE -> new Phrase("Discloses information", "情報を公開している機器");
      case VULNERABLE_SYSTEM -> new Phrase("Vulnerable system", "脆弱な機器");
      case BLOCKLIST -> new Phrase("On a block list", "ブロックリストに掲載");
      case DGA_DOMAIN -> new Phrase("Generated domain", "自動生成されたドメイン");
      case PROXY -> new Phrase("Open proxy", "公開プロキシ");
      case TOR -> new Phrase("Tor node", "Torノード");
      case OTHER -> new Phrase("Other", "その他");
      case UNDETERMINED -> new Phrase("Undetermined", "未分類");
      case TEST -> new Phrase("Test", "試験");
    };
  }

  /** What is wrong with a report or a row. */
  public static Phrase of(Fault fault) {
    return switch (fault) {
      case TIME_MISSING -> new Phrase("The row has no time", "時刻がありません");
      case TIME_UNREADABLE -> new Phrase("The time cannot be read", "時刻を読み取れません");
      case TIME_IMPLAUSIBLE -> new Phrase("The time cannot be right", "時刻がありえない値です");
      case ADDRESS_MISSING -> new Phrase("The row has no address", "アドレスがありません");
      case ADDRESS_UNREADABLE -> new Phrase("The address cannot be read", "アドレスを読み取れません");
      case ROW_TOO_LONG -> new Phrase("The row is too long", "行が長すぎます");
      case ROW_UNREADABLE -> new Phrase("The row cannot be read", "行を読み取れません");
      case REQUIRED_FIELD_MISSING -> new Phrase("A required field is missing", "必須の項目がありません");
      case TIME_WITHOUT_ZONE ->
          new Phrase("The time has no zone; read as UTC", "時刻に時間帯がないためUTCとして読みました");
      case PORT_UNREADABLE -> new Phrase("The port cannot be read", "ポート番号を読み取れません");
      case ASN_UNREADABLE -> new Phrase("The AS number cannot be read", "AS番号を読み取れません");
      case VALUE_UNREADABLE -> new Phrase("A value cannot be read", "値を読み取れません");
      case ADDRESS_NOT_GLOBAL -> new Phrase("The address is not a global one", "グローバルアドレスではありません");
      case ADDRESS_ZONE_DROPPED -> new Phrase("The address's zone was left out", "アドレスのゾーンを除きました");
      case ADDRESS_MAPPED -> new Phrase("An IPv4 address written as IPv6", "IPv6形式で書かれたIPv4アドレスです");
      case TOO_FEW_COLUMNS -> new Phrase("The row has too few columns", "列が足りません");
      case TOO_MANY_COLUMNS -> new Phrase("The row has too many columns", "列が多すぎます");
      case CHARSET_REPAIRED -> new Phrase("Wrong characters were replaced", "不正な文字を置き換えました");
      case UNKNOWN_KIND -> new Phrase("The kind is not known", "種別が不明です");
      case UNKNOWN_COLUMN -> new Phrase("A column is not known", "不明な列があります");
      case DUPLICATE_COLUMN -> new Phrase("A column comes twice", "列が重複しています");
      case HEADER_REPEATED -> new Phrase("The header comes again", "見出し行が繰り返されています");
      case PART_SKIPPED -> new Phrase("A part was skipped", "一部を読み飛ばしました");
      case SCHEMA_VIOLATION -> new Phrase("It breaks its own schema", "スキーマに違反しています");
      case EMPTY -> new Phrase("The report is empty", "報告が空です");
      case FORMAT_UNKNOWN -> new Phrase("The format is not known", "形式が不明です");
      case FORMAT_NOT_READ -> new Phrase("This format is not read", "この形式には対応していません");
      case HEADER_UNUSABLE -> new Phrase("The header cannot be used", "見出し行が使えません");
      case TRUNCATED -> new Phrase("The report ends too early", "報告が途中で切れています");
      case ARCHIVE_BROKEN -> new Phrase("The archive is broken", "圧縮ファイルが壊れています");
      case ARCHIVE_RATIO -> new Phrase("The archive unpacks to far too much", "圧縮ファイルの展開後が大きすぎます");
      case TOO_LARGE -> new Phrase("The report is too large", "報告が大きすぎます");
      case TOO_MANY_ROWS -> new Phrase("The report has too many rows", "行が多すぎます");
      case TOO_MANY_COLUMNS_IN_HEADER ->
          new Phrase("The header has too many columns", "見出し行の列が多すぎます");
      case TOO_MANY_PARTS -> new Phrase("The report has too many parts", "添付が多すぎます");
      case TOO_DEEP -> new Phrase("The report is nested too deep", "入れ子が深すぎます");
      case TOO_SLOW -> new Phrase("Reading took too long", "読み取りに時間がかかりすぎました");
      case CHARSET_UNREADABLE -> new Phrase("The characters cannot be read", "文字コードを読み取れません");
      case SYNTAX -> new Phrase("The syntax is broken", "構文が壊れています");
      case MAIL_LOOP -> new Phrase("The mail goes in circles", "メールが循環しています");
      case MAPPING_UNUSABLE -> new Phrase("The declared mapping cannot be used", "列の対応付けが使えません");
    };
  }

  /** Why something was withheld: for the holder and the secretariat only. */
  public static Phrase of(Reason reason) {
    return switch (reason) {
      case RECIPIENT_NOT_A_MEMBER ->
          new Phrase("The recipient is no member at this time", "受信者はこの時点で会員ではありません");
      case RECIPIENT_IS_NOT_RESPONSIBLE ->
          new Phrase("The recipient is not responsible for it", "受信者の担当ではありません");
      case RESPONSIBLE_UNKNOWN -> new Phrase("Nobody is known to be responsible", "担当者が分かりません");
      case RESPONSIBLE_OUTSIDE ->
          new Phrase("An operator outside the circle is responsible", "会の外の事業者の担当です");
      case RESPONSIBLE_DISPUTED -> new Phrase("Two members claim the network", "二つの会員が担当を主張しています");
      case CLAUSE_NOT_ADOPTED ->
          new Phrase("The holder has not adopted the clause for it", "保有者が該当する共通条項を採用していません");
      case NO_AGREEMENT -> new Phrase("No agreement in force binds both", "双方を結ぶ有効な合意がありません");
      case PURPOSE_NOT_AGREED -> new Phrase("The purpose is not agreed", "目的が合意されていません");
      case CATEGORY_NOT_AGREED ->
          new Phrase("The category of fields is not agreed", "項目の区分が合意されていません");
      case MARKED_FOR_NAMED_PERSONS -> new Phrase("Marked for named persons only", "特定の個人に限る指定です");
      case NOT_NEEDED_FOR_PURPOSE -> new Phrase("The purpose does not need it", "目的に必要ありません");
      case SENSOR_PROVENANCE -> new Phrase("It would show the sensor", "観測点が分かってしまいます");
      case FIELD_UNKNOWN -> new Phrase("The field has no category yet", "項目の区分が未定です");
    };
  }

  /** What a member said of a case. */
  public static Phrase of(AnswerState state) {
    return switch (state) {
      case SILENT -> new Phrase("No answer", "未回答");
      case SEEN -> new Phrase("Seen", "確認済み");
      case CHECKING -> new Phrase("Checking", "調査中");
      case AFFECTED -> new Phrase("Affected", "影響あり");
      case NOT_AFFECTED -> new Phrase("Not affected", "影響なし");
      case FIXED -> new Phrase("Fixed", "対処済み");
    };
  }

  /** How many saw it. */
  public static Phrase of(SeenBy band) {
    return switch (band) {
      case ONLY_YOU -> new Phrase("Only you", "自社のみ");
      case YOU_AND_OTHERS -> new Phrase("You and others", "自社と他社");
      case FIVE_OR_MORE -> new Phrase("Five or more members", "5社以上");
    };
  }
}
