package tenbin.desks.routes.declare.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** Declarations in our own form: what {@link DeclarationFile} reads comes back as it was. */
public final class DeclarationText {
  private final StringBuilder text = new StringBuilder();
  private final Remarks remarks;

  private DeclarationText(Remarks remarks) {
    this.remarks = remarks;
  }

  /** Without comments. */
  public static String of(Collection<Declaration> declarations) {
    return of(declarations, Remarks.NONE);
  }

  /** With what is said of its lines behind them. */
  public static String of(Collection<Declaration> declarations, Remarks remarks) {
    DeclarationText writer = new DeclarationText(remarks);
    writer.text.append(OwnForm.TOP).append(declarations.isEmpty() ? ": []\n" : ":\n");
    declarations.forEach(writer::declaration);
    return writer.text.toString();
  }

  private void declaration(Declaration of) {
    text.append("- member: ").append(of.member()).append('\n');
    numbers("asns", of.asns());
    numbers("upstreams", of.upstreams());
    numbers("peers", of.peers());
    numbers("downstreams", of.downstreams());
    if (!of.prefixes().isEmpty()) {
      text.append("  prefixes:\n");
      of.prefixes().forEach(each -> line("prefixes", each.prefix().toString(), form(each)));
    }
    if (!of.locks().isEmpty()) {
      text.append("  locks:\n");
      of.locks().forEach(each -> line("locks", number(each.locked()), form(each)));
    }
  }

  private void numbers(String key, Set<Asn> asns) {
    if (!asns.isEmpty()) {
      text.append("  ").append(key).append(":\n");
      asns.stream().sorted().map(DeclarationText::number).forEach(each -> line(key, each, each));
    }
  }

  private void line(String key, String value, String form) {
    text.append("  - ").append(form);
    List<String> said = remarks.on(new Remarks.Line(key, value));
    if (!said.isEmpty()) {
      text.append("  # ").append(plain(String.join("; ", said)));
    }
    text.append('\n');
  }

  private static String plain(String words) {
    return words.replaceAll("\\p{Cntrl}", " ");
  }

  private static String number(Asn asn) {
    return Long.toString(asn.number());
  }

  private static String form(PeerLock lock) {
    return "{locked: " + number(lock.locked()) + ", behind: " + list(lock.behind()) + "}";
  }

  private static String list(Set<Asn> asns) {
    return asns.stream()
        .sorted()
        .map(DeclarationText::number)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** The prefix alone where nothing more is said of it. */
  private static String form(Watched watched) {
    Prefix prefix = watched.prefix();
    List<String> parts = new ArrayList<>();
    parts.add("prefix: " + quoted(prefix.toString()));
    if (watched.longest() != Watched.most(prefix)) {
      parts.add("longest: " + watched.longest());
    }
    if (!watched.origins().isEmpty()) {
      parts.add("origins: " + list(watched.origins()));
    }
    if (!watched.firstHops().isEmpty()) {
      parts.add("first-hops: " + list(watched.firstHops()));
    }
    if (!watched.announced()) {
      parts.add("announced: no");
    }
    watched.prepends().ifPresent(most -> parts.add("prepends: " + most));
    if (watched.watching() != Watching.ALL) {
      parts.add("watching: " + watched.watching().name().toLowerCase(Locale.ROOT));
    }
    if (!watched.note().isEmpty()) {
      parts.add("note: " + quoted(watched.note()));
    }
    return parts.size() == 1
        ? quoted(prefix.toString())
        : parts.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  /** A word that YAML cannot take for anything else; plain where it cannot anyway. */
  private static String quoted(String word) {
    if (word.matches("[0-9.]+/[0-9]+")) {
      return word;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain = c >= ' ' && c != '"' && c != '\\' && c < 0x7f || Character.isLetterOrDigit(c);
      quoted.append(plain ? "" + c : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return quoted.append('"').toString();
  }
}
