package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tenbin.balance.Disclosure;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.casework.Reminder;
import tenbin.wire.Format;
import tenbin.wire.Writer;

/** Writes a case's disclosed facts as a reminder's text in one language. */
final class CaseText implements Writer {
  private static final String LINE_END = "\r\n";

  /** A page's worth; the case's own page has all. */
  private static final int MOST_VALUES = 20;

  private final CaseWords words;
  private final Reminder.Step step;
  private final URI page;

  CaseText(CaseWords words, Reminder.Step step, URI page) {
    this.words = words;
    this.step = step;
    this.page = page;
  }

  @Override
  public Format format() {
    return new Format("case-" + words.tag());
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public String fileEnding() {
    return "txt";
  }

  @Override
  public void write(Iterator<Disclosure> cases, OutputStream out) throws IOException {
    while (cases.hasNext()) {
      out.write((String.join(LINE_END, lines(cases.next())) + LINE_END).getBytes(UTF_8));
    }
  }

  private List<String> lines(Disclosure shown) {
    List<String> lines = new ArrayList<>();
    lines.add(words.opening(step));
    lines.add("");
    lines.add(words.what(shown));
    if (!shown.fact(CaseFacts.FROM).isEmpty()) {
      lines.add(words.period(shown));
    }
    lines.add(words.seenBy(shown));
    List<String> values = shown.fact(CaseFacts.VALUES).lines().toList();
    if (!values.isEmpty()) {
      lines.add(words.clues());
      values.stream().limit(MOST_VALUES).forEach(value -> lines.add("  " + value));
      if (values.size() > MOST_VALUES) {
        lines.add("  " + words.moreValues(values.size() - MOST_VALUES));
      }
    }
    lines.add("");
    lines.add(words.answer());
    lines.add(words.until(shown));
    lines.add(words.page() + page);
    return lines;
  }
}
