package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tenbin.balance.Disclosure;
import tenbin.balance.ground.Obligation;
import tenbin.wire.Format;
import tenbin.wire.Writer;

/** Writes disclosures as a digest's text in one language: what, how many, what is asked, when. */
final class DigestText implements Writer {
  /** As mail has it (RFC 5322 section 2.1), so that the ledger's digest is that of what arrives. */
  private static final String LINE_END = "\r\n";

  private final DigestWords words;
  private final Letter letter;

  DigestText(DigestWords words, Letter letter) {
    this.words = words;
    this.letter = letter;
  }

  @Override
  public Format format() {
    return new Format("digest-" + words.tag());
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
  public void write(Iterator<Disclosure> rows, OutputStream out) throws IOException {
    out.write((String.join(LINE_END, lines(Summary.of(rows))) + LINE_END).getBytes(UTF_8));
  }

  private List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(words.opening(letter.circle()));
    lines.add("");
    lines.add(words.count(summary.rows()));
    summary
        .first()
        .ifPresent(first -> lines.add(words.period(first, summary.last().orElse(first))));
    lines.add(words.byNetwork());
    summary
        .byNetwork()
        .forEach((network, classes) -> {
          lines.add("  " + network + "  " + Summary.total(classes));
          for (Map.Entry<String, Long> each : classes.entrySet()) {
            lines.add("    " + each.getKey() + "  " + each.getValue());
          }
        });
    if (summary.networksNotShown() > 0) {
      lines.add("  " + words.moreNetworks(summary.networksNotShown()));
    }
    lines.add("");
    lines.add(words.request());
    lines.add(words.until(letter.answerUntil()));
    lines.add(words.rows(letter.rows(), letter.page()));
    lines.add("");
    for (Obligation each : summary.obligations()) {
      lines.add(words.obligation(each));
    }
    return lines;
  }
}
