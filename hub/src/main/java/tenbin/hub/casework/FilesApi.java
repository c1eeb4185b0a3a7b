package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.file.CaseFiles;
import tenbin.spine.file.FileType;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The files of a case for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
public class FilesApi {
  private final CaseDoor door;
  private final FileDesk desk;
  private final Audit audit;

  public FilesApi(CaseBook book, Viewers viewers, WayOut wayOut, FileDesk desk, Audit audit) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
    this.audit = audit;
  }

  @GetMapping("/files")
  @May(Act.READ)
  ResponseEntity<byte[]> files(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    return list(visitor, door.api(visitor, id));
  }

  private ResponseEntity<byte[]> list(Visitor visitor, CaseDoor.Inside inside) {
    List<Disclosure> files = desk.of(inside);
    return CaseApi.send(
        door, visitor, files, Map.of("files", files.stream().map(CaseJson::of).toList()));
  }

  @GetMapping("/file")
  @May(Act.READ)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "file", defaultValue = "") String file) {
    return desk.download(door, door.api(visitor, id), visitor, Outlet.API, file)
        .orElseThrow(Problem::absent);
  }

  @PostMapping("/files")
  @May(Act.WORK_ON_CASES)
  ResponseEntity<byte[]> put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "reach", defaultValue = "circle") String reach,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      HttpServletRequest request)
      throws IOException {
    CaseDoor.Inside inside = door.api(visitor, id);
    FileDesk.Coming coming =
        new FileDesk.Coming(Once.of(visitor, once, id, Entry.Kind.FILE), name, reach(reach));
    CaseFiles.Outcome outcome = desk.put(inside, visitor, coming, request.getInputStream());
    return switch (outcome) {
      case KEPT -> {
        audit.did(visitor, "lay-file-into-case", id.toString());
        yield list(visitor, inside);
      }
      case WRONG_SIZE ->
          throw new Problem(413, "wrong-size", "1 to " + CaseFiles.MOST_BYTES + " bytes.");
      case WRONG_TYPE ->
          throw new Problem(
              422,
              "wrong-type",
              "A file whose bytes are what its name says: "
                  + String.join(", ", FileType.allEndings()));
      case TOO_MANY ->
          throw new Problem(409, "too-many", "Your member has laid all that it can in this case.");
    };
  }

  private static Entry.Reach reach(String word) {
    try {
      return TalkDesk.reach(word);
    } catch (IllegalArgumentException refused) {
      throw Problem.wrong(String.valueOf(refused.getMessage()));
    }
  }
}
