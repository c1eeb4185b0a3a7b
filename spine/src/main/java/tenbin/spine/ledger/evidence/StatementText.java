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
        "When|To whom|For what|Through|Rows|Fields and levels|Basis|Obligations"),
    JA(
        "開示明細: {0} について渡されたもの",
        "{3} までの全 {2} 件のうち {0} 件目から {1} 件目。この間に漏れはない。",
        "同名の .json ファイルがこれを証明する: tenbin ledger verify FILE --key {0}",
        "{0} 本人へ",
        "日時|渡した先|目的|経路|行数|項目と粒度|根拠|条件");

    private final String title;
    private final String range;
    private final String how;
    private final String self;
    private final String heads;

    Language(String title, String range, String how, String self, String heads) {
      this.title = title;
      this.range = range;
      this.how = how;
      this.self = self;
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
    return statement.leaves().stream().map(this::entry).toList();
  }

  private List<String> entry(String leaf) {
    LineText line = new LineText(leaf);
    String recipient = line.one("recipient");
    boolean self = recipient.equals(statement.anchor().party());
    String purpose =
        Purpose.tryParse(line.one("purpose"))
            .map(each -> each.code() + " " + each.word())
            .orElseGet(() -> line.one("purpose"));
    return List.of(
        line.one("at"),
        self ? filled(language.self, recipient) : recipient,
        purpose,
        line.one("outlet").toLowerCase(Locale.ROOT),
        line.one("rows"),
        String.join(", ", line.all("fields")),
        String.join(", ", line.all("bases")),
        String.join(", ", line.all("obligations")));
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
