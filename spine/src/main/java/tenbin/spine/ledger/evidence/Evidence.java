package tenbin.spine.ledger.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.ledger.tree.Proof;

/** A file that proves something to whoever has the ledger's public key. */
public sealed interface Evidence {
  /** The one form of such a file. */
  byte[] bytes();

  /** What holds, or the first thing that is wrong. */
  Verdict check(LedgerKey key);

  /**
   * That something left for a party.
   *
   * @param leaf the ledger's line
   * @param index in the party's tree
   * @param path to the tree's root
   * @param salt opens the commitment to the released bytes, "" when nobody has it any more
   * @param anchor from there to a signed head
   */
  record Receipt(String leaf, long index, List<Hash> path, String salt, Anchor anchor)
      implements Evidence {
    static final String KIND = "receipt 1";

    public Receipt {
      path = List.copyOf(path);
    }

    @Override
    public byte[] bytes() {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("tenbin", KIND);
      file.put("leaf", leaf);
      file.put("index", index);
      file.put("path", Fields.hex(path));
      file.put("salt", salt);
      anchor.write(file);
      return Fields.bytes(file);
    }

    static Receipt read(Fields file) {
      return new Receipt(
          file.text("leaf"),
          file.number("index"),
          file.hashes("path"),
          file.text("salt"),
          Anchor.read(file));
    }

    @Override
    public Verdict check(LedgerKey key) {
      return signed(key, anchor.note(), anchor.fault().orElseGet(this::checkLeaf));
    }

    private Verdict checkLeaf() {
      TreeEntry tree = anchor.entry();
      if (!Anchor.leads(
          Proof.ofLeaf(new Hasher().leaf(leaf), index, tree.size(), path), tree.root())) {
        return new Verdict(Verdict.Word.LEAF);
      }
      LineText line = new LineText(leaf);
      if (!salt.isEmpty() && !Commitments.commits(salt, line.one("salted"))) {
        return new Verdict(Verdict.Word.SALT);
      }
      return new Verdict(
          Verdict.Word.RECEIPT,
          line.one("rows"),
          line.one("recipient"),
          line.one("at"),
          line.one("purpose"),
          anchor.head().at().toString());
    }
  }

  /**
   * All that stands in a party's tree between two places: nothing is left out.
   *
   * @param from the first one's index
   * @param leaves their lines
   * @param beside the rest of the tree, as few hashes as do
   * @param anchor from there to a signed head
   */
  record Statement(long from, List<String> leaves, List<Hash> beside, Anchor anchor)
      implements Evidence {
    static final String KIND = "statement 1";

    public Statement {
      leaves = List.copyOf(leaves);
      beside = List.copyOf(beside);
    }

    @Override
    public byte[] bytes() {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("tenbin", KIND);
      file.put("from", from);
      file.put("leaves", leaves);
      file.put("beside", Fields.hex(beside));
      anchor.write(file);
      return Fields.bytes(file);
    }

    static Statement read(Fields file) {
      return new Statement(
          file.number("from"), file.texts("leaves"), file.hashes("beside"), Anchor.read(file));
    }

    @Override
    public Verdict check(LedgerKey key) {
      return signed(key, anchor.note(), anchor.fault().orElseGet(this::checkLeaves));
    }

    private Verdict checkLeaves() {
      Hasher hasher = new Hasher();
      List<Hash> hashes = leaves.stream().map(hasher::leaf).toList();
      TreeEntry tree = anchor.entry();
      return Anchor.leads(Proof.ofRun(hashes, from, tree.size(), beside), tree.root())
          ? new Verdict(
              Verdict.Word.STATEMENT,
              Integer.toString(leaves.size()),
              Long.toString(tree.size()),
              anchor.party(),
              anchor.head().at().toString())
          : new Verdict(Verdict.Word.LEAVES);
    }
  }

  /**
   * That the ledger only grew between two heads.
   *
   * @param before the older signed head
   * @param after the newer one
   * @param path RFC 9162 section 2.1.4.1
   */
  record Consistency(HeadNote before, HeadNote after, List<Hash> path) implements Evidence {
    static final String KIND = "consistency 1";

    public Consistency {
      path = List.copyOf(path);
    }

    @Override
    public byte[] bytes() {
      Map<String, Object> file = new LinkedHashMap<>();
      file.put("tenbin", KIND);
      file.put("before", before.toString());
      file.put("after", after.toString());
      file.put("path", Fields.hex(path));
      return Fields.bytes(file);
    }

    static Consistency read(Fields file) {
      return new Consistency(
          HeadNote.tryParse(file.text("before")).orElseThrow(Fields.Unreadable::new),
          HeadNote.tryParse(file.text("after")).orElseThrow(Fields.Unreadable::new),
          file.hashes("path"));
    }

    @Override
    public Verdict check(LedgerKey key) {
      boolean grew = Proof.grew(before.size(), before.root(), after.size(), after.root(), path);
      Verdict verdict =
          grew
              ? new Verdict(
                  Verdict.Word.CONSISTENCY,
                  Long.toString(after.size()),
                  Long.toString(before.size()))
              : new Verdict(Verdict.Word.GROWTH);
      return signed(key, after, signed(key, before, verdict));
    }
  }

  /** Signatures come last: they cost as much as all hashes of a file together. */
  private static Verdict signed(LedgerKey key, HeadNote note, Verdict verdict) {
    return verdict.holds() ? note.fault(key).orElse(verdict) : verdict;
  }

  /** Reads a file; empty when it is not one, or not in the form in which a hub writes it. */
  static Optional<Evidence> tryRead(byte[] file) {
    try {
      Fields fields = Fields.of(file);
      return switch (fields.text("tenbin")) {
        case Receipt.KIND -> Optional.of(Receipt.read(fields));
        case Statement.KIND -> Optional.of(Statement.read(fields));
        case Consistency.KIND -> Optional.of(Consistency.read(fields));
        default -> Optional.empty();
      };
    } catch (Fields.Unreadable wrong) {
      return Optional.empty();
    }
  }
}
