package tenbin.hub.page;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.nouns.report.Digest;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** What left for the visitor's member, and how it checks a file against its receipt. */
@Controller
@May(Act.READ)
public class ReceiptsPage {
  private static final int PAGE_LINES = 50;

  /** As far as people page by hand; the API goes on. */
  private static final int MOST_PAGE = 200;

  private final ReceiptBook book;

  public ReceiptsPage(ReceiptBook book) {
    this.book = book;
  }

  @GetMapping("/receipts")
  String receipts(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "page", defaultValue = "0") int page,
      @RequestParam(name = "digest", defaultValue = "") String text,
      Model model) {
    int at = Math.clamp(page, 0, MOST_PAGE - 1);
    List<ReceiptBook.Line> lines = book.receipts(visitor.member(), at * PAGE_LINES, PAGE_LINES + 1);
    model.addAttribute("lines", lines.subList(0, Math.min(lines.size(), PAGE_LINES)));
    model.addAttribute("more", lines.size() > PAGE_LINES && at < MOST_PAGE - 1);
    model.addAttribute("page", at);
    String asked = text.strip();
    model.addAttribute("digest", asked);
    Optional<Digest> digest = Digest.tryParse(asked);
    model.addAttribute("unreadable", !asked.isEmpty() && digest.isEmpty());
    model.addAttribute("asked", digest.isPresent());
    digest
        .flatMap(each -> book.find(visitor.member(), each))
        .ifPresent(line -> model.addAttribute("found", line));
    return "hub/page/receipts";
  }
}
