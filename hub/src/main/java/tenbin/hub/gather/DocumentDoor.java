package tenbin.hub.gather;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Tlp;
import tenbin.spine.file.LaidFile;
import tenbin.spine.group.document.Document;
import tenbin.spine.group.document.DocumentSight;
import tenbin.spine.group.document.Documents;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Attachment;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** What page and API do with the documents of a group, the same way. */
public final class DocumentDoor {
  private final Documents documents;
  private final DocumentSight sight;
  private final Audit audit;

  public DocumentDoor(Documents documents, DocumentSight sight, Audit audit) {
    this.documents = documents;
    this.sight = sight;
    this.audit = audit;
  }

  /** The documents of a group as they are told, the one that was last changed first. */
  List<DocumentLine> of(GroupDoor.Inside inside) {
    List<DocumentLine> lines = new ArrayList<>();
    for (DocumentSight.Seen each :
        sight.of(inside.papers().plan(), inside.group(), inside.part().reads())) {
      each.title().ifPresent(inside.papers()::show);
      each.versions().forEach(inside.papers()::show);
      lines.add(DocumentLine.of(each, inside.papers()));
    }
    return lines;
  }

  /**
   * A file on its way in.
   *
   * @param follows the document whose next version it is, as the visitor knows it; "" for a new one
   * @param marking "amber", "TLP:AMBER"
   * @param reach "group" or "circle"
   */
  record Coming(
      String once, String follows, String title, String name, String marking, String reach) {}

  /** Reads no more of it than is taken. */
  Documents.Outcome put(Visitor visitor, GroupDoor.Inside inside, Coming coming, InputStream bytes)
      throws IOException {
    if (!inside.part().writes()) {
      throw GroupDoor.refused("Your role in this group does not let you do it.");
    }
    Optional<UUID> follows =
        coming.follows.isEmpty() ? Optional.empty() : Optional.of(find(inside, coming.follows));
    Document.Terms terms = new Document.Terms(marking(coming.marking), reach(coming.reach));
    Documents.Laid laid =
        new Documents.Laid(
            Once.of(visitor, coming.once, "document", inside.group().id()),
            follows,
            coming.title.strip(),
            coming.name,
            terms);
    byte[] read = bytes.readNBytes(LaidFile.MOST_BYTES + 1);
    Documents.Outcome outcome = documents.put(GroupDoor.by(visitor), inside.group(), laid, read);
    if (outcome == Documents.Outcome.KEPT) {
      audit.did(visitor, "lay-document-into-group", inside.group().id());
    }
    return outcome;
  }

  private static Tlp marking(String word) {
    return Tlp.tryParse(word)
        .orElseThrow(() -> Problem.wrong("A marking is clear, green, amber or amber+strict."));
  }

  private static Document.Reach reach(String word) {
    return switch (word) {
      case "group" -> Document.Reach.GROUP;
      case "circle" -> Document.Reach.CIRCLE;
      default -> throw Problem.wrong("The reach of a title is group or circle.");
    };
  }

  private UUID find(GroupDoor.Inside inside, String shown) {
    return GroupDoor.id(shown)
        .flatMap(
            each -> sight.find(inside.papers().plan(), inside.group(), inside.part().reads(), each))
        .orElseThrow(Problem::absent);
  }

  void remove(Visitor visitor, GroupDoor.Inside inside, String shown, String why) {
    UUID document = find(inside, shown);
    boolean gone =
        inside.part().writes()
            && documents.remove(GroupDoor.by(visitor), inside.group(), document, why.strip());
    if (!gone) {
      throw GroupDoor.refused("Nothing of yours to take away.");
    }
    audit.did(visitor, "remove-document-of-group", inside.group().id());
  }

  /** The file of a version as a download, with its line in the ledger. */
  ResponseEntity<byte[]> download(
      WayOut wayOut, Visitor visitor, GroupDoor.Inside inside, Outlet outlet, String version) {
    DocumentSight.Open open =
        GroupDoor.id(version)
            .flatMap(each ->
                sight.open(inside.papers().plan(), inside.group(), inside.part().reads(), each))
            .orElseThrow(Problem::absent);
    WayOut.Errand errand = new WayOut.Errand(visitor.member(), GroupDoor.PURPOSE, outlet);
    return Attachment.of(
        open.told().fact(DocumentSight.FILE),
        wayOut.packAs(errand, "file", List.of(open.told()), open.bytes()));
  }

  /** "wrong-type". */
  static String word(Documents.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
