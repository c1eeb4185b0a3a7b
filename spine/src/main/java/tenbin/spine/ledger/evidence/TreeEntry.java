package tenbin.spine.ledger.evidence;

import java.util.HexFormat;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;

/**
 * What stands at a party's place at one head: how large its tree is and the root over it, blinded
 * anew for every head, so that nobody who sees its hash beside a path learns whether it changed.
 *
 * @param named the salted commitment to the party's name, hexadecimal
 * @param place where, for ever
 * @param slot of which head
 * @param size how many leaves
 * @param root over them (RFC 9162)
 * @param blind hexadecimal
 */
public record TreeEntry(String named, int place, long slot, long size, Hash root, String blind) {
  /** Its one form, which is hashed as a leaf. */
  @Override
  public String toString() {
    return new LineText()
        .with("named", named)
        .with("place", Integer.toString(place))
        .with("slot", Long.toString(slot))
        .with("size", Long.toString(size))
        .with("root", root.hex())
        .with("blind", blind)
        .toString();
  }

  /** An entry with the blind of these bytes. */
  public static TreeEntry blinded(
      String named, int place, long slot, long size, Hash root, byte[] blind) {
    return new TreeEntry(named, place, slot, size, root, HexFormat.of().formatHex(blind));
  }

  /** Reads that form and no other. */
  public static Optional<TreeEntry> tryParse(String text) {
    LineText lines = new LineText(text);
    try {
      TreeEntry entry =
          new TreeEntry(
              lines.one("named"),
              Math.toIntExact(lines.number("place")),
              lines.number("slot"),
              lines.number("size"),
              Hash.tryParse(lines.one("root")).orElseThrow(),
              lines.one("blind"));
      return entry.toString().equals(text) ? Optional.of(entry) : Optional.empty();
    } catch (ArithmeticException | NumberFormatException | java.util.NoSuchElementException wrong) {
      return Optional.empty();
    }
  }
}
