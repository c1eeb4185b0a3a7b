package tenbin.spine.deliver.mail;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tenbin.balance.ground.Obligation;

/** A digest's sentences, each language beside the other. */
enum DigestWords {
  JA {
    @Override
    String opening(String circle) {
      return circle + " からのお知らせです。貴組織のネットワークについて、次の観測が報告されました。";
    }

    @Override
    String count(long rows) {
      return "件数: " + rows + " 件";
    }

    @Override
    String period(Instant first, Instant last) {
      return "期間: " + first + " から " + last + " まで (UTC)";
    }

    @Override
    String byNetwork() {
      return "ネットワーク別・種類別:";
    }

    @Override
    String moreNetworks(int networks) {
      return "ほかに " + networks + " のネットワーク";
    }

    @Override
    String request() {
      return "お願い: 該当する利用者を確認し、対応してください。このメールに返信し、最初の行に次のいずれかを"
          + "書いてください: 確認した / 調査中 / 影響あり / 影響なし / 対応済み";
    }

    @Override
    String until(ZonedDateTime due) {
      return "回答期限: " + DUE.format(due);
    }

    @Override
    String rows(Letter.Rows rows, URI page) {
      return switch (rows) {
        case ATTACHED -> "明細は添付ファイルにあります。画面でも見られます: " + page;
        case ON_THE_PAGE -> "明細は大きいため添付していません。次の画面で受け取ってください: " + page;
      };
    }

    @Override
    String obligation(Obligation obligation) {
      return obligation.japanese();
    }
  },
  EN {
    @Override
    String opening(String circle) {
      return "This is a notice from "
          + circle
          + ". The following was reported about your networks.";
    }

    @Override
    String count(long rows) {
      return "Observations: " + rows;
    }

    @Override
    String period(Instant first, Instant last) {
      return "From " + first + " to " + last + " (UTC)";
    }

    @Override
    String byNetwork() {
      return "By network and class:";
    }

    @Override
    String moreNetworks(int networks) {
      return "and " + networks + " more networks";
    }

    @Override
    String request() {
      return "Please find the customers concerned and act. Answer this mail with one of these words"
          + " in its first line: seen / checking / affected / not affected / fixed";
    }

    @Override
    String until(ZonedDateTime due) {
      return "Please answer until: " + DUE.format(due);
    }

    @Override
    String rows(Letter.Rows rows, URI page) {
      return switch (rows) {
        case ATTACHED -> "The rows are attached, and on your page: " + page;
        case ON_THE_PAGE -> "The rows are too large for a mail; they are on your page: " + page;
      };
    }

    @Override
    String obligation(Obligation obligation) {
      return obligation.english();
    }
  };

  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT);

  /** The subject tells how many and when, in both languages; never a value out of a row. */
  static String subject(String circle, long rows, LocalDate day) {
    return "[%s] %s: %d 件の観測 / %d observations in your networks".formatted(circle, day, rows, rows);
  }

  /** The language's tag (RFC 5646). */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract String opening(String circle);

  abstract String count(long rows);

  abstract String period(Instant first, Instant last);

  abstract String byNetwork();

  abstract String moreNetworks(int networks);

  abstract String request();

  abstract String until(ZonedDateTime due);

  abstract String rows(Letter.Rows rows, URI page);

  abstract String obligation(Obligation obligation);
}
