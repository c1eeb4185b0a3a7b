package tenbin.hub.gather;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tenbin.balance.Outlet;
import tenbin.spine.file.FileType;
import tenbin.spine.file.LaidFile;
import tenbin.spine.group.document.Documents;
import tenbin.web.exit.WayOut;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.problem.Problem;
import tenbin.web.signin.Visitor;

/** The documents of a group for programs. */
@RestController
@RequestMapping("/api/v1/groups/{id}")
public class DocumentsApi {
  private final GroupDoor door;
  private final DocumentDoor documents;
  private final WayOut wayOut;

  public DocumentsApi(GroupDoor door, DocumentDoor documents, WayOut wayOut) {
    this.door = door;
    this.documents = documents;
    this.wayOut = wayOut;
  }

  /** A document to take away. */
  public record Removed(@Nullable String document, @Nullable String why) {}

  @GetMapping("/documents")
  @May(Act.READ)
  ResponseEntity<byte[]> documents(
      @AuthenticationPrincipal Visitor visitor, @PathVariable("id") String id, Locale locale) {
    return list(visitor, door.enter(visitor, id, Outlet.API, locale));
  }

  private ResponseEntity<byte[]> list(Visitor visitor, GroupDoor.Inside inside) {
    List<Map<String, Object>> all = documents.of(inside).stream().map(DocumentsApi::json).toList();
    return GroupsApi.send(wayOut, visitor, inside.papers(), Map.of("documents", all));
  }

  private static Map<String, Object> json(DocumentLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    line.id().ifPresent(id -> json.put("id", id.toString()));
    json.put("title", line.title());
    json.put("at", line.at().toString());
    if (!line.by().isEmpty()) {
      json.put("by", line.by());
    }
    json.put("versions", line.versions().stream().map(DocumentsApi::json).toList());
    return json;
  }

  private static Map<String, Object> json(DocumentLine.Version version) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", version.id().toString());
    json.put("title", version.title());
    json.put("marking", version.marking());
    json.put("reach", version.circle() ? "circle" : "group");
    json.put("digest", version.digest());
    json.put("at", version.at().toString());
    if (version.removed().isPresent()) {
      json.put("removed", version.removed().get().toString());
      json.put("why", version.why());
    } else {
      json.put("file", version.file());
      json.put("size", version.bytes());
    }
    return json;
  }

  @GetMapping("/document")
  @May(Act.READ)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "file", defaultValue = "") String file,
      Locale locale) {
    GroupDoor.Inside inside = door.enter(visitor, id, Outlet.API, locale);
    return documents.download(wayOut, visitor, inside, Outlet.API, file);
  }

  @PostMapping("/documents")
  @May(Act.GATHER)
  ResponseEntity<byte[]> put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "title", defaultValue = "") String title,
      @RequestParam(name = "marking", defaultValue = "AMBER") String marking,
      @RequestParam(name = "reach", defaultValue = "group") String reach,
      @RequestParam(name = "document", defaultValue = "") String follows,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String once,
      HttpServletRequest request,
      Locale locale)
      throws IOException {
    GroupDoor.Inside inside = door.enter(visitor, id, Outlet.API, locale);
    DocumentDoor.Coming coming =
        new DocumentDoor.Coming(once, follows, title, name, marking, reach);
    Documents.Outcome outcome = documents.put(visitor, inside, coming, request.getInputStream());
    if (outcome != Documents.Outcome.KEPT) {
      throw problem(outcome);
    }
    return documents(visitor, id, locale);
  }

  private static Problem problem(Documents.Outcome outcome) {
    return switch (outcome) {
      case KEPT, NOT_THERE -> GroupDoor.refused("There is nothing to lay it to.");
      case WRONG_TERMS ->
          Problem.wrong(
              "A title of 1 to " + Documents.MOST_TITLE + " characters, and not TLP:RED.");
      case WRONG_SIZE -> new Problem(413, "wrong-size", "1 to " + LaidFile.MOST_BYTES + " bytes.");
      case WRONG_TYPE ->
          new Problem(
              422,
              "wrong-type",
              "A file whose bytes are what its name says: "
                  + String.join(", ", FileType.endings(FileType.Holds.ANALYSIS)));
      case TOO_MANY ->
          new Problem(409, "too-many", "Your member has laid all that it can in this group.");
    };
  }

  @PostMapping("/documents/remove")
  @May(Act.GATHER)
  ResponseEntity<byte[]> remove(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestBody Removed removed,
      Locale locale) {
    GroupDoor.Inside inside = door.enter(visitor, id, Outlet.API, locale);
    documents.remove(
        visitor, inside, GroupsApi.text(removed.document), GroupsApi.text(removed.why));
    return documents(visitor, id, locale);
  }
}
