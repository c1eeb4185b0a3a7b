package tenbin.hub.routes;

import java.sql.SQLException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tenbin.desks.routes.book.ToldBook;
import tenbin.nouns.member.MemberId;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/**
 * Where a maintainer outside the circle stops its mails, in one step and without an account (RFC
 * 8058): its token alone says who it is. To look at the page does nothing.
 */
@Controller
@May(Act.PORTAL)
public class StopPage {
  private final Maintainers maintainers;
  private final Audit audit;
  private final Clock clock;

  public StopPage(Maintainers maintainers, Audit audit, Clock clock) {
    this.maintainers = maintainers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Somebody who came by a token. */
  private record Holder(MemberId party) implements Audit.Actor {
    @Override
    public String actor() {
      return "maintainer";
    }

    @Override
    public String memberText() {
      return party.text();
    }
  }

  @GetMapping("/stop/{token}")
  String look(@PathVariable("token") String token, Model model) throws SQLException {
    return show(party(token), token, model);
  }

  /** Programs of mail post here what the header says; people say which they want. */
  @PostMapping("/stop/{token}")
  String stop(
      @PathVariable("token") String token,
      @RequestParam(name = "again", defaultValue = "no") String again,
      Model model)
      throws SQLException {
    MemberId party = party(token);
    boolean wanted = again.equals("yes");
    Holder by = new Holder(party);
    maintainers.told().wish(party, wanted, new ToldBook.By(clock.instant(), by.actor()));
    audit.did(by, wanted ? "start-route-mails" : "stop-route-mails", party.text());
    return show(party, token, model);
  }

  private MemberId party(String token) throws SQLException {
    return maintainers
        .byStopToken(token)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(MemberId party, String token, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("stopped", maintainers.told().stopped(party));
    return "hub/routes/stop";
  }
}
