package tenbin.hub.run;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.Words;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice.What;
import tenbin.desks.routes.registry.Maintainer;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.spine.deliver.mail.Beside;
import tenbin.spine.deliver.mail.NoticeMailer.Notice;
import tenbin.spine.doors.HubMail;
import tenbin.web.exit.WarningTable;

/**
 * A mail to a maintainer outside the circle, each language beside the other, made of what was
 * disclosed and of its own registry object.
 *
 * @param to whom
 * @param asOf the date of the registry's file
 * @param parts what of which incident
 * @param mail how mails look
 * @param stop where it says that it wants no more
 */
record MaintainerMail(
    Maintainer to, Instant asOf, List<MaintainerMail.Part> parts, HubMail mail, URI stop) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss VV", Locale.ROOT);
  private static final String KIND = "route-maintainer";
  private static final String FILE = "prefixes.csv";
  private static final String HEAD =
      "incident,prefix,registered,registered_origin,seen_origin,begin,end,vantage_points";

  /** Prefixes of one incident in the text; the table has more. */
  private static final int MOST_LINES = 20;

  /**
   * What of one incident.
   *
   * @param head as a whole
   * @param prefixes each of the first ones
   */
  record Part(Disclosure head, List<Disclosure> prefixes) {
    private String fact(String name) {
      return head.fact(name);
    }

    private Words.Phrase kind() {
      return Stream.of(Kind.values())
          .filter(each -> each.text().equals(fact(RouteFacts.KIND)))
          .findFirst()
          .map(Words::of)
          .orElseThrow();
    }

    private Words.Phrase event() {
      return Words.of(What.valueOf(fact(RouteFacts.EVENT).toUpperCase(Locale.ROOT)));
    }

    private String by() {
      String number = fact(RouteFacts.SEEN);
      return number.isEmpty() ? "" : "AS" + number;
    }
  }

  MaintainerMail {
    parts = List.copyOf(parts);
  }

  /** Everything that it tells, the first part's head first. */
  List<Disclosure> shown() {
    return parts.stream()
        .flatMap(each -> Stream.concat(Stream.of(each.head), each.prefixes.stream()))
        .toList();
  }

  /** Counts and a kind, nothing out of a route: subjects stand in logs of mail servers. */
  Notice notice(String circle) {
    Part first = parts.getFirst();
    String subject =
        parts.size() == 1
            ? first.kind().ja()
                + " "
                + first.event().ja()
                + " / "
                + first.kind().en()
                + " "
                + first.event().en()
                + " ("
                + first.fact(RouteFacts.COUNT)
                + ")"
            : "経路の異常 " + parts.size() + "件 / " + parts.size() + " route incidents";
    return new Notice(
        KIND, "[" + circle + "] " + subject, text(Locale.JAPANESE), text(Locale.ENGLISH));
  }

  Beside beside() {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (Part part : parts) {
      part.prefixes.forEach(each -> lines.add(line(part, each)));
    }
    return new Beside(
        Optional.of(new Beside.Table(FILE, String.join("\r\n", lines) + "\r\n")),
        Optional.of(stop));
  }

  private static String line(Part part, Disclosure each) {
    return Stream.concat(
            Stream.of(part.kind().en() + " " + part.by()),
            Stream.of(
                    RouteFacts.PREFIX,
                    RouteFacts.OF,
                    RouteFacts.EXPECTED,
                    RouteFacts.SEEN,
                    RouteFacts.BEGIN,
                    RouteFacts.END,
                    RouteFacts.VANTAGES)
                .map(each::fact))
        .map(WarningTable::cell)
        .collect(Collectors.joining(","));
  }

  private String text(Locale locale) {
    boolean ja = locale.getLanguage().equals("ja");
    List<String> lines = new ArrayList<>();
    parts.forEach(each -> section(each, locale, ja, lines));
    lines.add(
        ja
            ? "この通知は、" + to.source() + " の " + to.name() + " に通知の希望（X-Keiro）が登録されているためお送りしています。"
            : "You get this because "
                + to.name()
                + " of "
                + to.source()
                + " asks for it (X-Keiro).");
    lines.add((ja ? "登録情報の日付: " : "Date of the registry: ") + time(asOf));
    lines.add(
        ja
            ? "登録が古くなっている場合は経路オブジェクトを直してください。直れば異常は終わりとなります。"
            : "If the registration is old, mend the route object: then this is over.");
    lines.add((ja ? "配信停止: " : "To stop these mails: ") + stop);
    return String.join("\r\n", lines) + "\r\n";
  }

  private void section(Part part, Locale locale, boolean ja, List<String> lines) {
    lines.add(part.kind().in(locale) + " " + part.by() + ": " + part.event().in(locale));
    lines.add((ja ? "開始: " : "Begin: ") + time(Instant.parse(part.fact(RouteFacts.BEGIN))));
    String end = part.fact(RouteFacts.END);
    if (!end.isEmpty()) {
      lines.add((ja ? "終了: " : "End: ") + time(Instant.parse(end)));
    }
    String still = part.fact(RouteFacts.NOW);
    lines.add(
        (ja ? "貴組織が登録した経路: " : "Prefixes that you registered: ")
            + part.fact(RouteFacts.COUNT)
            + (ja ? "（現在 " + still + "）" : " (now " + still + ")"));
    lines.add((ja ? "観測点: " : "Vantage points: ") + part.fact(RouteFacts.VANTAGES));
    part.fact(RouteFacts.REST)
        .lines()
        .map(each -> each.split("\t", 3)[2])
        .forEach(each -> lines.add((ja ? "経路の末尾: " : "Path, its end: ") + each));
    part.prefixes.stream()
        .limit(MOST_LINES)
        .forEach(each -> lines.add("  " + each.fact(RouteFacts.PREFIX) + " " + origins(each, ja)));
    if (part.prefixes.size() > MOST_LINES) {
      lines.add(ja ? "  ほかは添付の表にあります。" : "  More in the attached table.");
    }
    lines.add("");
  }

  private static String origins(Disclosure each, boolean ja) {
    String seen = "AS" + each.fact(RouteFacts.SEEN);
    String registered = each.fact(RouteFacts.EXPECTED);
    return registered.isEmpty()
        ? seen
        : seen + (ja ? "（登録 AS" : " (registered: AS") + registered + (ja ? "）" : ")");
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(mail.zone()));
  }
}
