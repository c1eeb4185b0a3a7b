package tenbin.spine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tenbin.spine.ledger.evidence.Commitments;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.storage.Seal;

/**
 * The texts that a batch leaves in the ledger: its line, what its subjects are told, what is
 * sealed.
 */
final class Leaf {
  private static final int SALT_BYTES = 16;

  private final byte[] salt = Seal.random(SALT_BYTES);
  private final byte[] innerSalt = Seal.random(SALT_BYTES);
  private final Entry entry;

  Leaf(Entry entry) {
    this.entry = entry;
  }

  /** Opens the commitment to the released bytes; its recipient may have it. */
  byte[] salt() {
    return salt;
  }

  String commitment() {
    return Commitments.toBytes(salt, entry.digest());
  }

  /**
   * The line, in its one form: a name and a value each, in this order.
   *
   * @param subjects the commitments to the names of all whom it was about
   */
  String line(Collection<Hash> subjects) {
    LineText text =
        new LineText()
            .with("at", entry.at().toString())
            .with("recipient", entry.recipient().text())
            .with("purpose", entry.purpose())
            .with("outlet", entry.outlet())
            .with("format", entry.format());
    LineText told = tell(text, entry.told());
    entry.sequel().ifPresent(sequel -> sequel.tell(told));
    return told.with("facts", inner("facts", entry.inner().facts()))
        .with("holders", inner("holders", holders()))
        .with("subjects", inner("subjects", names(subjects)))
        .with("salted", Commitments.toSalt(salt))
        .with("commitment", commitment())
        .toString();
  }

  /** What a party is told of what left about it. */
  String told(Entry.About about) {
    LineText text =
        new LineText()
            .with("about", "this party")
            .with("at", entry.at().toString())
            .with("recipient", entry.recipient().text())
            .with("purpose", entry.purpose())
            .with("outlet", entry.outlet());
    LineText told = tell(text, about.told());
    if (!about.reports().isEmpty()) {
      told.with("reports", about.reports());
    }
    about.sequel().ifPresent(sequel -> sequel.tell(told));
    return told.toString();
  }

  /** A policy set's hash is of all members' papers: in the open it would tell when others sign. */
  private LineText tell(LineText text, Entry.Told told) {
    return text.with("rows", Long.toString(told.rows()))
        .with("policies", inner("policies", policies()))
        .with("bases", told.bases())
        .with("obligations", told.obligations())
        .with("fields", told.fields());
  }

  private String holders() {
    return String.join(",", new TreeSet<>(entry.inner().holders()));
  }

  private String policies() {
    return String.join(",", new TreeSet<>(entry.told().policies()));
  }

  private static String names(Collection<Hash> subjects) {
    return String.join(",", subjects.stream().map(Hash::hex).sorted().toList());
  }

  private String inner(String name, String text) {
    return Commitments.toText(innerSalt, name, text);
  }

  /** What is sealed: it opens the line's inner commitments. */
  byte[] content() {
    return new LineText()
        .with("salt", HexFormat.of().formatHex(innerSalt))
        .with("holders", entry.inner().holders())
        .with("policies", entry.told().policies())
        .with("facts", entry.inner().facts())
        .toString()
        .getBytes(UTF_8);
  }

  /** Which inner commitment of a line its opened content does not fit; empty when all do. */
  static Optional<String> misfit(String line, byte[] content, List<Hash> subjects) {
    LineText told = new LineText(line);
    LineText opened = new LineText(new String(content, UTF_8));
    if (!opened.one("salt").matches("([0-9a-f]{2})+")) {
      return Optional.of("salt");
    }
    byte[] salt = HexFormat.of().parseHex(opened.one("salt"));
    String holders = String.join(",", opened.all("holders"));
    boolean facts = fits(salt, told, "facts", opened.one("facts"));
    boolean held = fits(salt, told, "holders", holders);
    if (!facts || !held) {
      return Optional.of(facts ? "holders" : "facts");
    }
    // Older lines say their policies in the open.
    String policies = String.join(",", opened.all("policies"));
    boolean decided =
        !opened.names().contains("policies") || fits(salt, told, "policies", policies);
    boolean about = fits(salt, told, "subjects", names(subjects));
    return decided && about ? Optional.empty() : Optional.of(decided ? "subjects" : "policies");
  }

  private static boolean fits(byte[] salt, LineText told, String name, String text) {
    return Commitments.toText(salt, name, text).equals(told.one(name));
  }
}
