package tenbin.hub.casework;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.file.CaseFiles;
import tenbin.web.exit.Attachment;
import tenbin.web.exit.WayOut;
import tenbin.web.signin.Visitor;

/** What pages and programs do alike with the files of a case. */
public final class FileDesk {
  private final CaseFiles files;
  private final Clock clock;

  public FileDesk(CaseFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  List<Disclosure> of(CaseDoor.Inside inside) {
    return files.of(inside.plan(), inside.shared());
  }

  /** A file on its way in. */
  record Coming(UUID once, String name, Entry.Reach reach) {}

  /** Reads no more of it than is taken. */
  CaseFiles.Outcome put(CaseDoor.Inside inside, Visitor visitor, Coming coming, InputStream bytes)
      throws IOException {
    Entry.Author author = new Entry.Author(visitor.member(), visitor.actor(), clock.instant());
    byte[] read = bytes.readNBytes(CaseFiles.MOST_BYTES + 1);
    return files.put(
        inside.shared().circle(),
        author,
        new CaseFiles.Laid(coming.once, coming.reach, coming.name),
        read);
  }

  /**
   * A file's bytes as a download and nothing else: no browser shows them, whatever they are. Its
   * line in the ledger is written before they go.
   */
  Optional<ResponseEntity<byte[]>> download(
      CaseDoor door, CaseDoor.Inside inside, Visitor visitor, Outlet outlet, String file) {
    return id(file)
        .flatMap(each -> files.open(inside.plan(), inside.shared(), each))
        .map(open -> {
          WayOut.Errand errand = new WayOut.Errand(visitor.member(), CaseDoor.PURPOSE, outlet);
          WayOut.Parcel parcel =
              door.wayOut().packAs(errand, "file", List.of(open.told()), open.bytes());
          return Attachment.of(open.told().fact(CaseFiles.NAME), parcel);
        });
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
