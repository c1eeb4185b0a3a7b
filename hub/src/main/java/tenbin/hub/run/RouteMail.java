package tenbin.hub.run;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.Words;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice.What;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.spine.deliver.mail.NoticeMailer.Notice;
import tenbin.spine.doors.HubMail;

/** A notice's mail, each language beside the other, made of what was disclosed. */
record RouteMail(Disclosure shown, HubMail mail) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", Locale.ROOT);

  /** For the answer by mail, which a person reads. */
  private static final String KIND = "route";

  /** Counts and a kind, nothing out of a route: subjects stand in logs of mail servers. */
  Notice notice(String circle) {
    String subject =
        "["
            + circle
            + "] "
            + kind().ja()
            + " "
            + event().ja()
            + " / "
            + kind().en()
            + " "
            + event().en()
            + " ("
            + number()
            + ")";
    return new Notice(KIND, subject, text(Locale.JAPANESE), text(Locale.ENGLISH));
  }

  private String text(Locale locale) {
    boolean ja = locale.getLanguage().equals("ja");
    List<String> lines = new ArrayList<>();
    lines.add(kind().in(locale) + " " + by() + ": " + event().in(locale));
    lines.add("");
    lines.add((ja ? "開始: " : "Begin: ") + time(RouteFacts.BEGIN));
    if (!shown.fact(RouteFacts.END).isEmpty()) {
      lines.add((ja ? "終了: " : "End: ") + time(RouteFacts.END));
    }
    if (!shown.fact(RouteFacts.MENDED).isEmpty()) {
      lines.add(Words.mended(Duration.parse(shown.fact(RouteFacts.MENDED))).in(locale));
    }
    lines.add((ja ? "経路数: " : "Prefixes: ") + number());
    lines.add((ja ? "観測点: " : "Vantage points: ") + shown.fact(RouteFacts.VANTAGES));
    List<String> own = shown.fact(RouteFacts.OWN).lines().toList();
    if (!own.isEmpty()) {
      lines.add("");
      lines.add(ja ? "貴組織の経路:" : "Prefixes of yours:");
      own.forEach(each -> lines.add("  " + each));
    }
    lines.add("");
    lines.add((ja ? "すべての経路と根拠: " : "All prefixes, and why: ") + page(""));
    lines.add((ja ? "ファイル: " : "As a file: ") + page("/prefixes?format=csv"));
    return String.join("\r\n", lines) + "\r\n";
  }

  private Words.Phrase kind() {
    return Stream.of(Kind.values())
        .filter(each -> each.text().equals(shown.fact(RouteFacts.KIND)))
        .findFirst()
        .map(Words::of)
        .orElseThrow();
  }

  private Words.Phrase event() {
    return Words.of(What.valueOf(shown.fact(RouteFacts.EVENT).toUpperCase(Locale.ROOT)));
  }

  private String by() {
    String number = shown.fact(RouteFacts.SEEN);
    return number.isEmpty() ? "" : "AS" + number;
  }

  private String number() {
    return shown.fact(RouteFacts.COUNT);
  }

  private String time(String fact) {
    return TIME.format(Instant.parse(shown.fact(fact)).atZone(mail.zone()));
  }

  private String page(String rest) {
    String path = "/routes/" + shown.fact(RouteFacts.INCIDENT) + rest;
    return mail.page().resolve(path).toString();
  }
}
