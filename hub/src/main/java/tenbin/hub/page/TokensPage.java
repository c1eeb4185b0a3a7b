package tenbin.hub.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tenbin.nouns.report.Digest;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Bound;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Token;
import tenbin.web.signin.Tokens;
import tenbin.web.signin.Visitor;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** The member's tokens for its programs. */
@Controller
public class TokensPage {
  private final Tokens tokens;
  private final Tables tables;
  private final Audit audit;
  private final Clock clock;

  public TokensPage(Tokens tokens, Tables tables, Audit audit, Clock clock) {
    this.tokens = tokens;
    this.tables = tables;
    this.audit = audit;
    this.clock = clock;
  }

  private Columns<Token> columns() {
    Instant now = clock.instant();
    return new Columns<Token>(token -> List.of(token.title()))
        .by("title", Token::title)
        .by("until", Token::expiresAt)
        .by("state", token -> token.holdsAt(now) ? 0 : 1);
  }

  @GetMapping("/tokens")
  @May(Act.READ)
  String list(@AuthenticationPrincipal Visitor visitor, HttpServletRequest request, Model model) {
    model.addAttribute(
        "table", tables.of(request, visitor, "/tokens", tokens.of(visitor.member()), columns()));
    model.addAttribute("now", clock.instant());
    model.addAttribute("scopes", Scope.values());
    return "hub/page/tokens";
  }

  @PostMapping("/tokens")
  @May(Act.MINT)
  String mint(
      @AuthenticationPrincipal Visitor visitor,
      @RequestParam(name = "title", defaultValue = "") String title,
      @RequestParam(name = "scope", required = false, defaultValue = "") List<String> scopes,
      @RequestParam(name = "days", defaultValue = "90") int days,
      @RequestParam(name = "certificate", defaultValue = "") String certificate,
      HttpServletRequest request,
      Model model) {
    Set<Scope> asked = EnumSet.noneOf(Scope.class);
    scopes.forEach(word -> Scope.tryParse(word).ifPresent(asked::add));
    try {
      Optional<Digest> bound = Bound.tryParse(certificate);
      if (bound.isEmpty() && !certificate.isBlank()) {
        throw new IllegalArgumentException("no SHA-256");
      }
      Tokens.Minted minted =
          tokens.mint(visitor.member(), title, asked, Duration.ofDays(days), bound);
      model.addAttribute("waits", bound.isPresent());
      audit.did(visitor, "mint-token", minted.token().id().toString());
      model.addAttribute("secret", minted.secret());
    } catch (IllegalArgumentException refused) {
      model.addAttribute("refused", true);
    }
    return list(visitor, request, model);
  }

  @PostMapping("/tokens/{id}/revoke")
  @May(Act.MINT)
  String revoke(@AuthenticationPrincipal Visitor visitor, @PathVariable("id") UUID id) {
    if (tokens.revoke(visitor.member(), id)) {
      audit.did(visitor, "revoke-token", id.toString());
    }
    return "redirect:/tokens";
  }
}
