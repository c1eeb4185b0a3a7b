package tenbin.hub.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.nouns.casework.AnswerState;
import tenbin.spine.collect.mailbox.Answer;
import tenbin.spine.collect.mailbox.Bounce;
import tenbin.spine.collect.mailbox.MailBook;
import tenbin.spine.post.ReportAddresses;
import tenbin.web.audit.Audit;
import tenbin.web.may.Act;
import tenbin.web.may.May;
import tenbin.web.signin.Visitor;

/** What came back by mail for the caller's member, and the address for its reports. */
@RestController
@RequestMapping("/api/v1/mail")
public class MailApi {
  private static final int MOST = 1_000;

  private final MailBook mails;
  private final ReportAddresses addresses;
  private final Audit audit;

  public MailApi(MailBook mails, ReportAddresses addresses, Audit audit) {
    this.audit = audit;
    this.mails = mails;
    this.addresses = addresses;
  }

  @GetMapping
  @May(Act.READ)
  Map<String, Object> own(@AuthenticationPrincipal Visitor visitor) {
    return Map.of(
        "answers", mails.answersOf(visitor.member(), MOST).stream().map(MailApi::body).toList(),
        "bounces", mails.bouncesOf(visitor.member(), MOST).stream().map(MailApi::body).toList());
  }

  /** Whoever knows the address reports as the member, so it takes the scope to report. */
  @GetMapping("/report-address")
  @May(Act.REPORT)
  Map<String, String> reportAddress(@AuthenticationPrincipal Visitor visitor) {
    return Map.of("address", addresses.of(visitor.member()).orElse(""));
  }

  /** Another address; the one before takes nothing any more. */
  @PostMapping("/report-address")
  @May(Act.CONFIGURE)
  Map<String, String> renew(@AuthenticationPrincipal Visitor visitor) {
    Optional<String> next = addresses.renew(visitor.member());
    next.ifPresent(each -> audit.did(visitor, "renew-report-address", visitor.memberText()));
    return Map.of("address", next.orElse(""));
  }

  private static Map<String, Object> body(Answer answer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("mail", answer.mail());
    body.put("about", answer.about().kind());
    body.put("subject", answer.about().subject());
    body.put("receivedAt", answer.receivedAt().toString());
    body.put("state", answer.state().map(AnswerState::word).orElse(""));
    body.put("words", answer.words());
    return body;
  }

  private static Map<String, Object> body(Bounce bounce) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("mail", bounce.mail());
    body.put("subject", bounce.about().subject());
    body.put("receivedAt", bounce.receivedAt().toString());
    body.put("address", bounce.address());
    body.put("kind", Json.word(bounce.kind()));
    body.put("status", bounce.status());
    return body;
  }
}
