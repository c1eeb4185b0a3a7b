package tenbin.spine.ledger.evidence;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.ledger.tree.Places;
import tenbin.spine.ledger.tree.Proof;

/**
 * The way from a party's tree to a signed head: the same length for everybody.
 *
 * @param party whose tree
 * @param nameSalt opens the commitment to its name, hexadecimal
 * @param entry what stands at its place
 * @param places the path from there
 * @param head the log's last leaf
 * @param headPath the path from there
 * @param note the signed head
 */
public record Anchor(
    String party,
    String nameSalt,
    TreeEntry entry,
    List<Hash> places,
    HeadLeaf head,
    List<Hash> headPath,
    HeadNote note) {
  public Anchor {
    places = List.copyOf(places);
    headPath = List.copyOf(headPath);
  }

  /** The commitment to a party's name. */
  public static String named(byte[] salt, String party) {
    return Commitments.toText(salt, "party", party);
  }

  /** What is wrong with the way to the head; empty when it leads there. */
  Optional<Verdict> fault() {
    Hasher hasher = new Hasher();
    if (entry.slot() != head.slot()
        || !leads(
            Places.rootOf(hasher.leaf(entry.toString()), entry.place(), places), head.places())) {
      return Verdict.wrong(Verdict.Word.PLACE);
    }
    if (!leads(
        Proof.ofLeaf(hasher.leaf(head.toString()), note.size() - 1, note.size(), headPath),
        note.root())) {
      return Verdict.wrong(Verdict.Word.HEAD);
    }
    boolean named =
        Commitments.isHex(nameSalt)
            && named(HexFormat.of().parseHex(nameSalt), party).equals(entry.named());
    return named ? Optional.empty() : Verdict.wrong(Verdict.Word.NAME, party);
  }

  static boolean leads(Optional<Hash> found, Hash root) {
    return found.filter(root::equals).isPresent();
  }

  void write(Map<String, Object> file) {
    Map<String, Object> anchor = new LinkedHashMap<>();
    anchor.put("party", party);
    anchor.put("nameSalt", nameSalt);
    anchor.put("entry", entry.toString());
    anchor.put("places", Fields.hex(places));
    anchor.put("head", head.toString());
    anchor.put("headPath", Fields.hex(headPath));
    anchor.put("note", note.toString());
    file.put("anchor", anchor);
  }

  static Anchor read(Fields file) {
    Fields anchor = file.inside("anchor");
    return new Anchor(
        anchor.text("party"),
        anchor.text("nameSalt"),
        TreeEntry.tryParse(anchor.text("entry")).orElseThrow(Fields.Unreadable::new),
        anchor.hashes("places"),
        HeadLeaf.tryParse(anchor.text("head")).orElseThrow(Fields.Unreadable::new),
        anchor.hashes("headPath"),
        HeadNote.tryParse(anchor.text("note")).orElseThrow(Fields.Unreadable::new));
  }
}
