package tenbin.spine.ledger.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.nouns.consent.Purpose;

/** A statement as people read it: plain text or a page by itself, in Japanese or English. */
public final class StatementText {
  /** The languages of it. */
  public enum Language {
    EN(
        "Disclosure statement: what left about {0}",
        "Entries {0} to {1} of {2}, until {3}. Nothing between the first and the last is left out.",
        "The file of the same name ending in .json proves it: tenbin ledger verify FILE --key {0}",
        "to {0} itself",
        "{0}; {1} deliveries of {2} to {3}",
        "recalled|rest on something else now|stay: a safe number|deleted, the recipient says"
            + "|used no more, the recipient says|no answer in time; the secretariat was told",
        "answer due {0}",
        "When|To whom|For what|Through|Rows|Fields and levels|Basis|Obligations"),
    JA(
        "開示明細: {0} について渡されたもの",
        "{3} までの全 {2} 件のうち {0} 件目から {1} 件目。この間に漏れはない。",
        "同名の .json ファイルがこれを証明する: tenbin ledger verify FILE --key {0}",
        "{0} 本人へ",
        "{0}（{2} から {3} までの {1} 件）",
        "回収|今は別の根拠による|安全な数なのでそのまま|削除したと受領者が回答|使用をやめたと受領者が回答|期限までに回答がなく、事務局に知らせた",
        "回答期限 {0}",
        "日時|渡した先|目的|経路|行数|項目と粒度|根拠|条件");

    private final String title;
    private final String range;
    private final String how;
    private final String self;
    private final String became;
    private final String words;
    private final String until;
    private final String heads;

    Language(
        String title,
        String range,
        String how,
        String self,
        String became,
        String words,
        String until,
        String heads) {
      this.title = title;
      this.range = range;
      this.how = how;
      this.self = self;
      this.became = became;
      this.words = words;
      this.until = until;
      this.heads = heads;
    }

    /** Its tag (RFC 5646). */
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Evidence.Statement statement;
  private final LedgerKey key;
  private final Language language;

  public StatementText(Evidence.Statement statement, LedgerKey key, Language language) {
    this.statement = statement;
    this.key = key;
    this.language = language;
  }

  /** The headings of an entry's parts. */
  public List<String> heads() {
    return List.of(language.heads.split("\\|"));
  }

  public String title() {
    return filled(language.title, statement.anchor().party());
  }

  /** Which entries of how many, until when. */
  public String range() {
    return filled(
        language.range,
        Long.toString(statement.from() + 1),
        Long.toString(statement.from() + statement.leaves().size()),
        Long.toString(statement.anchor().entry().size()),
        statement.anchor().head().at().toString());
  }

  private static String filled(String pattern, String... with) {
    String text = pattern;
    for (int i = 0; i < with.length; i++) {
      text = text.replace("{" + i + "}", with[i]);
    }
    return text;
  }

  /** The entries, each with as many parts as there are headings. */
  public List<List<String>> entries() {
    return StatementEntry.of(statement).stream().map(this::entry).toList();
  }

  private List<String> entry(StatementEntry entry) {
    boolean self = entry.recipient().equals(statement.anchor().party());
    String purpose =
        Purpose.tryParse(entry.purpose())
            .map(each -> each.code() + " " + each.word())
            .orElseGet(entry::purpose);
    return List.of(
        entry.at().toString(),
        self ? filled(language.self, entry.recipient()) : entry.recipient(),
        purpose,
        entry.outlet(),
        Long.toString(entry.rows()),
        entry.sequel().map(this::became).orElseGet(() -> String.join(", ", entry.fields())),
        String.join(", ", entry.sequel().map(StatementText::bases).orElseGet(entry::bases)),
        entry
            .sequel()
            .map(each -> each.until().isEmpty() ? "" : filled(language.until, each.until()))
            .orElseGet(() -> String.join(", ", entry.obligations())));
  }

  private static final List<String> BECAME =
      List.of("recalled", "annotated", "stays", "deleted", "stopped", "overdue");

  private String became(StatementEntry.Sequel sequel) {
    int known = BECAME.indexOf(sequel.word());
    String word = known < 0 ? sequel.word() : language.words.split("\\|", -1)[known];
    String deliveries = Long.toString(sequel.deliveries());
    return filled(language.became, word, deliveries, sequel.first(), sequel.last());
  }

  /** What ended, and what it rests on now. */
  private static List<String> bases(StatementEntry.Sequel sequel) {
    List<String> bases = new ArrayList<>(List.of(sequel.basis()));
    sequel.restsOn().forEach(each -> bases.add("-> " + each));
    return bases;
  }

  /** Plain text, an entry a paragraph. */
  public String text() {
    List<String> lines = new ArrayList<>(List.of(title(), range(), ""));
    for (List<String> entry : entries()) {
      for (int part = 0; part < entry.size(); part++) {
        if (!entry.get(part).isEmpty()) {
          lines.add(heads().get(part) + ": " + entry.get(part));
        }
      }
      lines.add("");
    }
    lines.add(filled(language.how, key.toString()));
    return String.join("\n", lines) + "\n";
  }

  /** A page that needs nothing beside it. */
  public String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language.tag())
        .append("\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(title()))
        .append("</title></head><body>\n<h1>")
        .append(escaped(title()))
        .append("</h1>\n<p>")
        .append(escaped(range()))
        .append("</p>\n<table border=\"1\"><thead><tr>");
    heads().forEach(head -> page.append("<th>").append(escaped(head)).append("</th>"));
    page.append("</tr></thead><tbody>\n");
    for (List<String> entry : entries()) {
      page.append("<tr>");
      entry.forEach(part -> page.append("<td>").append(escaped(part)).append("</td>"));
      page.append("</tr>\n");
    }
    return page.append("</tbody></table>\n<p>")
        .append(escaped(filled(language.how, key.toString())))
        .append("</p>\n</body></html>\n")
        .toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
