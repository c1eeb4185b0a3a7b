package tenbin.hub.gather;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import tenbin.balance.Outlet;
import tenbin.spine.file.FileType;
import tenbin.spine.file.LaidFile;
import tenbin.spine.group.document.Documents;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The documents of a group: laid there, listed by title with their versions, downloaded. */
@Controller
public class DocumentsPage {
  private final GroupDoor door;
  private final DocumentDoor documents;
  private final WayOut wayOut;

  public DocumentsPage(GroupDoor door, DocumentDoor documents, WayOut wayOut) {
    this.door = door;
    this.documents = documents;
    this.wayOut = wayOut;
  }

  @GetMapping("/groups/{id}/documents")
  @May(Act.READ)
  String documents(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    return show(visitor, door.enter(visitor, id, Outlet.PAGE, locale), request, model);
  }

  private String show(
      Visitor visitor, GroupDoor.Inside inside, HttpServletRequest request, Model model) {
    List<DocumentLine> all = documents.of(inside);
    List<String> endings = FileType.endings(FileType.Holds.ANALYSIS);
    model.addAttribute("inside", inside);
    model.addAttribute("group", inside.line());
    model.addAttribute("documents", all);
    model.addAttribute("once", Once.fresh());
    model.addAttribute("markings", List.of("AMBER", "AMBER+STRICT", "GREEN", "CLEAR"));
    model.addAttribute("mostTitle", Documents.MOST_TITLE);
    model.addAttribute("mostWhy", Documents.MOST_WHY);
    model.addAttribute("endings", String.join(", ", endings));
    model.addAttribute("accept", "." + String.join(",.", endings));
    model.addAttribute("most", LaidFile.MOST_BYTES >> 20);
    GroupsPage.show(wayOut, visitor, request, inside.papers());
    return "hub/gather/documents";
  }

  @GetMapping("/groups/{id}/document")
  @May(Act.READ)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "file", defaultValue = "") String file,
      Locale locale) {
    GroupDoor.Inside inside = door.enter(visitor, id, Outlet.PAGE, locale);
    return documents.download(wayOut, visitor, inside, Outlet.PAGE, file);
  }

  @PostMapping("/groups/{id}/documents")
  @May(Act.GATHER)
  String put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "title", defaultValue = "") String title,
      @RequestParam(name = "marking", defaultValue = "AMBER") String marking,
      @RequestParam(name = "reach", defaultValue = "group") String reach,
      @RequestParam(name = "document", defaultValue = "") String follows,
      @RequestParam(name = "once", defaultValue = "") String once,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    GroupDoor.Inside inside = door.enter(visitor, id, Outlet.PAGE, locale);
    Documents.Outcome outcome = Documents.Outcome.WRONG_SIZE;
    if (file != null && file.getSize() <= LaidFile.MOST_BYTES) {
      String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      try (InputStream bytes = file.getInputStream()) {
        outcome =
            documents.put(
                visitor,
                inside,
                new DocumentDoor.Coming(once, follows, title, name, marking, reach),
                bytes);
      }
    }
    if (outcome == Documents.Outcome.KEPT) {
      return back(id);
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("refused", DocumentDoor.word(outcome));
    return show(visitor, inside, request, model);
  }

  @PostMapping("/groups/{id}/documents/remove")
  @May(Act.GATHER)
  String remove(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") String id,
      @RequestParam(name = "document", defaultValue = "") String document,
      @RequestParam(name = "why", defaultValue = "") String why,
      Locale locale) {
    documents.remove(visitor, door.enter(visitor, id, Outlet.PAGE, locale), document, why);
    return back(id);
  }

  private static String back(String id) {
    return "redirect:/groups/" + id + "/documents";
  }
}
