package tenbin.hub.casework;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.web.server.ResponseStatusException;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.hub.page.CaseView;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.file.CaseFiles;
import tenbin.spine.file.FileType;
import tenbin.spine.roster.Roster;
import tenbin.web.audit.Audit;
import tenbin.web.exit.Viewers;
import tenbin.web.exit.WayOut;
import tenbin.web.form.Once;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** The files of a case: laid there, listed, downloaded, never shown. */
@Controller
public class FilesPage {
  private final CaseDoor door;
  private final FileDesk desk;
  private final Roster roster;
  private final Audit audit;
  private final Clock clock;

  public FilesPage(
      CaseBook book,
      Viewers viewers,
      WayOut wayOut,
      FileDesk desk,
      Roster roster,
      Audit audit,
      Clock clock) {
    this.door = new CaseDoor(book, viewers, wayOut);
    this.desk = desk;
    this.roster = roster;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/files")
  @May(Act.READ)
  String files(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    return show(visitor, door.page(visitor, id), request, locale, model);
  }

  private String show(
      Visitor visitor,
      CaseDoor.Inside inside,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    List<Disclosure> files = desk.of(inside);
    door.show(request, visitor, List.of(inside.shared().seen()));
    door.show(request, visitor, files);
    model.addAttribute("one", CaseView.of(inside.shared().seen(), clock.instant()));
    model.addAttribute(
        "files", files.stream().map(each -> FileLine.of(each, roster.circle(), locale)).toList());
    model.addAttribute("once", Once.fresh());
    model.addAttribute("endings", String.join(", ", FileType.allEndings()));
    model.addAttribute("accept", "." + String.join(",.", FileType.allEndings()));
    model.addAttribute("most", CaseFiles.MOST_BYTES >> 20);
    return "hub/casework/files";
  }

  @GetMapping("/cases/{id}/file")
  @May(Act.READ)
  ResponseEntity<byte[]> file(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "file", defaultValue = "") String file) {
    return desk.download(door, door.page(visitor, id), visitor, Outlet.PAGE, file)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/cases/{id}/files")
  @May(Act.WORK_ON_CASES)
  String put(
      @AuthenticationPrincipal Visitor visitor,
      @PathVariable("id") UUID id,
      @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
      @RequestParam(name = "reach", defaultValue = "circle") String reach,
      @RequestParam(name = "once", defaultValue = "") String once,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    CaseDoor.Inside inside = door.page(visitor, id);
    CaseFiles.Outcome outcome = CaseFiles.Outcome.WRONG_SIZE;
    if (file != null && file.getSize() <= CaseFiles.MOST_BYTES) {
      String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
      FileDesk.Coming coming =
          new FileDesk.Coming(
              Once.of(visitor, once, id, Entry.Kind.FILE),
              name,
              reach.equals("own") ? Entry.Reach.OWN : Entry.Reach.CIRCLE);
      try (InputStream bytes = file.getInputStream()) {
        outcome = desk.put(inside, visitor, coming, bytes);
      }
    }
    if (outcome == CaseFiles.Outcome.KEPT) {
      audit.did(visitor, "lay-file-into-case", id.toString());
      return "redirect:/cases/" + id + "/files";
    }
    response.setStatus(HttpStatus.BAD_REQUEST.value());
    model.addAttribute("refused", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return show(visitor, inside, request, locale, model);
  }
}
