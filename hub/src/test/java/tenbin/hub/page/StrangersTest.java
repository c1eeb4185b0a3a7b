package tenbin.hub.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenbin.balance.Balance;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.Reason;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.scales.Picture;

/** Members whom a reader may not know are nobody to it: not by name, not by number. */
class StrangersTest {
  private static final Purpose P1 = Purpose.NOTIFY_AFFECTED_CUSTOMER;
  private static final MemberId READER = new MemberId("aoba");
  private static final List<MemberId> STRANGERS =
      List.of(new MemberId("botan"), new MemberId("chidori"));

  private static Circle circle() {
    StringBuilder text = new StringBuilder("circle: Small\nzone: Asia/Tokyo\nmembers:\n");
    for (String id : List.of("aoba", "botan", "chidori", "office")) {
      text.append("  - id: " + id + "\n    name: Net " + id + "\n    name-ja: " + id)
          .append("\n    class: " + (id.equals("office") ? "secretariat" : "committee"))
          .append("\n    carrier: yes\n    joined: 2020-01-01\n");
    }
    text.append("agreements:\n  - id: charter\n    title: Charter\n    from: 2020-01-01")
        .append("\n    to: 2090-01-01\n    purposes: [P14]\n    categories: [C0, CD]")
        .append("\n    signed-by: [aoba, office]\n    evidence: a drawer\n");
    return CircleFile.read(text.toString()).circle().orElseThrow();
  }

  private static Plan plan() {
    Request request =
        new Request(
            READER, Purpose.RUN_THE_CIRCLE, Outlet.PAGE, Instant.parse("2026-03-25T00:00:00Z"));
    return new Balance(Policy.of(circle())).plan(request, new RecipientKey(new byte[32]));
  }

  @Test
  void rows_that_stay_from_two_strangers_are_one_line() {
    Picture picture =
        new Picture(
            STRANGERS.stream()
                .map(each ->
                    new Picture.Pan(P1, Optional.of(each), Optional.of(Reason.NO_AGREEMENT), 3))
                .toList());
    List<ScalesView.Weighed> seen = new ScalesView(circle(), plan(), Locale.ENGLISH).of(picture);
    assertThat(seen)
        .singleElement()
        .satisfies(weighed ->
            assertThat(weighed.lines())
                .extracting(ScalesView.Line::recipient, ScalesView.Line::rows)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("", 6L)));
  }

  @Test
  void reader_knows_itself_and_whom_it_has_an_agreement_with() {
    Showing showing = new Showing(plan());
    assertThat(showing.knows(READER)).isTrue();
    assertThat(showing.knows(new MemberId("office"))).isTrue();
    assertThat(STRANGERS).noneMatch(showing::knows);
  }
}
