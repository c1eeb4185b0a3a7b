package tenbin.hub.wiring;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tenbin.web.may.Act;

/**
 * A page never does what the API cannot: whatever a token may do at all, it can do at an address of
 * the API. What only a person does is told by its act (decision 22).
 */
class ParityTest {
  private static final String API = "/api/v1";

  /** Acts at which no token ever is: signing in, saying what leaves, giving access. */
  private static final Set<Act> A_PERSONS =
      Set.of(
          Act.OWN_ACCOUNT,
          Act.SETTLE_IN,
          Act.SIGN,
          Act.VOTE,
          Act.MINT,
          Act.APPROVE,
          Act.SERVE_CUSTOMERS,
          Act.MANAGE_PEOPLE);

  /** Nobody signs in for these, by page or program. */
  private static final Set<Act> WITHOUT_ACCOUNT = Set.of(Act.ENTER, Act.PORTAL, Act.DEMO);

  /** Pages whose counterpart has another name. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          entry("GET /cases/screen", "GET /cases"),
          entry("POST /cases/{id}/adopt", "POST /cases/{id}/adoptions"),
          entry("GET /cases/{id}/again", "GET /cases/{id}/earlier"),
          entry("POST /cases/{id}/method", "PUT /cases/{id}/method"),
          entry("GET /cases/{id}/talk", "GET /cases/{id}/comments"),
          entry("POST /cases/{id}/talk", "POST /cases/{id}/comments"),
          entry("GET /channels", "GET /subscriptions"),
          entry("POST /channels", "POST /subscriptions"),
          entry("GET /channels/{id}", "GET /subscriptions/{id}/attempts"),
          entry("POST /channels/{id}", "POST /subscriptions/{id}/{change}"),
          entry("POST /channels/report-address", "POST /mail/report-address"),
          entry("GET /contacts", "GET /circle"),
          entry("GET /grounds/clause", "GET /grounds"),
          entry("POST /groups/{id}/invite", "POST /groups/{id}/invitations"),
          entry("GET /incidents/{id}", "GET /incidents"),
          entry("POST /joining/contact", "POST /networks/contact"),
          entry("POST /joining/networks", "POST /networks"),
          entry("POST /joining/networks/check", "POST /networks/check"),
          entry("POST /joining/networks/contacts", "GET /networks/contacts"),
          entry("POST /joining/networks/letter", "POST /networks/letter"),
          entry("POST /joining/networks/remove", "DELETE /networks"),
          entry("GET /network", "GET /network/rows"),
          entry("GET /network/download", "GET /rows"),
          entry("GET /network/{id}", "GET /network/rows"),
          entry("GET /network/{id}/line", "GET /receipts"),
          entry("GET /recalls/{id}", "GET /recalls/{id}/deliveries"),
          entry("POST /recalls/{id}", "POST /recalls/{id}/answer"),
          entry("GET /receipts/ledger-key.txt", "GET /ledger/key"),
          entry("GET /receipts/statement.html", "GET /ledger/statement"),
          entry("GET /receipts/statement.json", "GET /ledger/statement"),
          entry("GET /receipts/{id}/proof", "GET /ledger/receipts/{id}"),
          entry("GET /reports/{digest}/state", "GET /reports/{digest}"),
          entry("POST /routes/mine", "PUT /routes/mine"),
          entry("POST /routes/mine/mail", "PUT /routes/mine/mail"),
          entry("GET /secretariat/circle", "GET /circle"),
          entry("POST /secretariat/circle", "PUT /secretariat/circle"),
          entry("POST /secretariat/newcomers/{id}/withdraw", "DELETE /secretariat/newcomers/{id}"),
          entry("POST /skills/{id}/remove", "DELETE /skills/{id}"),
          entry("GET /statistics/download", "GET /statistics"),
          entry("GET /upload", "POST /reports"),
          entry("POST /upload", "POST /reports"),
          entry("POST /upload/stream", "POST /reports"));

  @Test
  void whatever_a_token_may_do_on_a_page_it_can_do_at_the_api() {
    Map<String, Act> api = new TreeMap<>();
    Map<String, Act> pages = new TreeMap<>();
    for (Endpoint each : Endpoint.of(FakeHub.shared().server)) {
      String path = each.path();
      if (path.startsWith(API)) {
        api.put(each.method() + " " + path.substring(API.length()), each.act());
      } else {
        pages.put(each.method() + " " + path, each.act());
      }
    }
    List<String> wrong = new ArrayList<>();
    Set<String> used = new TreeSet<>();
    pages.forEach((page, act) -> {
      if (A_PERSONS.contains(act) || WITHOUT_ACCOUNT.contains(act)) {
        assertThat(act.scopes()).as("a token may do it: %s", page).isEmpty();
        return;
      }
      assertThat(act.scopes()).as("no token may: a person's own? %s", page).isNotEmpty();
      String there = ELSEWHERE.getOrDefault(page, page);
      if (ELSEWHERE.containsKey(page)) {
        used.add(page);
      }
      if (!api.containsKey(there)) {
        wrong.add(page + ": no " + there);
      } else if (!isOpenTo(api.get(there), act)) {
        wrong.add(page + " (" + act + "): " + there + " is another's act, " + api.get(there));
      }
    });
    assertThat(wrong).isEmpty();
    assertThat(used).as("names that are of no use any more").isEqualTo(ELSEWHERE.keySet());
    assertThat(pages).hasSizeGreaterThan(100);
  }

  /** Whoever may do it on a page may there. */
  private static boolean isOpenTo(Act there, Act here) {
    return there == here || there.roles().containsAll(here.roles());
  }
}
