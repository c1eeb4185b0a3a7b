package tenbin.spine.ledger.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.report.Digest;

/**
 * Says of a file whether it holds, and where one changed bit is, which byte that is in. Needs
 * nothing but the ledger's public key. Any thread.
 */
public final class Examiner {
  /** Turning every bit of so much takes some seconds; of more, only what is wrong is said. */
  private static final int MOST_SEARCHED = 16 << 10;

  private final LedgerKey key;

  public Examiner(LedgerKey key) {
    this.key = key;
  }

  /** Checks a file by itself. */
  public Verdict examine(byte[] file) {
    Verdict verdict = check(file);
    return verdict.holds() ? verdict : searched(file).orElse(verdict);
  }

  /** Checks a receipt together with the bytes that it is for. */
  public Verdict examine(byte[] file, Digest bytes) {
    Verdict verdict = examine(file);
    if (verdict.word() != Verdict.Word.RECEIPT
        || !(Evidence.tryRead(file).orElseThrow() instanceof Evidence.Receipt receipt)) {
      return verdict;
    }
    if (receipt.salt().isEmpty()) {
      return new Verdict(Verdict.Word.NO_SALT);
    }
    byte[] salt = HexFormat.of().parseHex(receipt.salt());
    String committed = new LineText(receipt.leaf()).one("commitment");
    return Commitments.toBytes(salt, bytes).equals(committed)
        ? new Verdict(Verdict.Word.RECEIPT_AND_BYTES, verdict.with())
        : new Verdict(Verdict.Word.BYTES);
  }

  /** As {@link #examine(byte[])}, but does not look for the changed bit. */
  public Verdict check(byte[] file) {
    Optional<Evidence> read = Evidence.tryRead(file);
    if (read.isEmpty()) {
      return new Verdict(Verdict.Word.NO_EVIDENCE);
    }
    int differs = Arrays.mismatch(file, read.get().bytes());
    return differs >= 0
        ? new Verdict(Verdict.Word.FORM, List.of(Integer.toString(differs)))
        : read.get().check(key);
  }

  /** The byte in which one bit has to be turned back for everything to hold. */
  private Optional<Verdict> searched(byte[] file) {
    if (file.length > MOST_SEARCHED) {
      return Optional.empty();
    }
    byte[] tried = file.clone();
    for (int at = 0; at < tried.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        tried[at] ^= (byte) (1 << bit);
        if (check(tried).holds()) {
          return Verdict.wrong(Verdict.Word.BYTE, Integer.toString(at));
        }
        tried[at] ^= (byte) (1 << bit);
      }
    }
    return Optional.empty();
  }
}
