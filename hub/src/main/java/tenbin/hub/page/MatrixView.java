package tenbin.hub.page;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Item.Fact;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.Answer;
import tenbin.spine.casework.CaseMatrix;
import tenbin.web.layout.Everywhere;

/**
 * The matrices of answers as the secretariat sees them. It runs the cases, so it holds them; what
 * is shown still goes through the balance, one entry a case and one an answer, and stands in the
 * ledger.
 */
final class MatrixView {
  private final Showing showing;
  private final Circle circle;
  private final Locale locale;

  MatrixView(Plan plan, Circle circle, Locale locale) {
    this.showing = new Showing(plan);
    this.circle = circle;
    this.locale = locale;
  }

  /** One member's line. */
  public record Line(String member, String state, String note) {}

  /** One case. */
  public record Matrix(
      String type, String what, String why, ZonedDateTime due, boolean over, List<Line> lines) {
    public long silent() {
      return lines.stream().filter(each -> each.state.equals("silent")).count();
    }
  }

  /** Everything that was released, for the ledger. */
  List<Disclosure> shown() {
    return showing.shown();
  }

  List<Matrix> of(List<CaseMatrix> matrices, Instant now) {
    List<Matrix> all = new ArrayList<>();
    for (CaseMatrix matrix : matrices) {
      String id = matrix.finding().id();
      String family = matrix.finding().kind().family();
      String what = family.isEmpty() ? matrix.finding().kind().identifier() : family;
      Fact type = Showing.fact("type", matrix.finding().kind().rsit().type());
      Fact why = Showing.fact("why", matrix.finding().why());
      Fact due = Showing.fact("due", matrix.deadline().due().toString());
      for (Disclosure row :
          told("matrix", id, List.of(type, Showing.fact("what", what), why, due))) {
        all.add(
            new Matrix(
                row.fact("type"),
                row.fact("what"),
                row.fact("why"),
                ZonedDateTime.parse(row.fact("due")),
                matrix.deadline().isPast(now),
                lines(matrix)));
      }
    }
    return all;
  }

  private List<Line> lines(CaseMatrix matrix) {
    List<Line> lines = new ArrayList<>();
    List<Map.Entry<MemberId, AnswerState>> states =
        matrix.states().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    for (Map.Entry<MemberId, AnswerState> each : states) {
      Fact name = Showing.fact("member", name(each.getKey()));
      Fact state = Showing.fact("state", each.getValue().word());
      Fact note = Showing.fact("note", note(matrix, each.getKey()));
      String id = matrix.finding().id() + "/" + each.getKey();
      for (Disclosure row : told("answer", id, List.of(name, state, note))) {
        lines.add(new Line(row.fact("member"), row.fact("state"), row.fact("note")));
      }
    }
    return lines;
  }

  private String name(MemberId member) {
    return Everywhere.nameOf(circle, member, locale);
  }

  private static String note(CaseMatrix matrix, MemberId member) {
    return matrix.history().stream()
        .filter(each -> each.member().equals(member))
        .max(Comparator.comparing(Answer::at))
        .map(Answer::note)
        .orElse("");
  }

  private List<Disclosure> told(String kind, String id, List<Fact> facts) {
    MemberId holder = showing.viewer();
    return showing.tell(new Item.Told(kind, id, holder, Tlp.AMBER, List.of(holder), facts)).stream()
        .toList();
  }
}
