package tenbin.hub.act;

import java.util.ArrayList;
import java.util.List;
import tenbin.balance.weigh.Why;
import tenbin.spine.precedent.Difference;
import tenbin.spine.precedent.Judgement;
import tenbin.spine.precedent.PrecedentRun;

/** What the act about the balance says to people, in both languages. */
enum BalanceWords {
  en {
    @Override
    String words(Difference difference) {
      return difference.english();
    }

    @Override
    String words(Why why) {
      String opener = why.opener();
      return opener.isEmpty() ? why.english() : why.english() + " (opens: " + opener + ")";
    }

    @Override
    String title(PrecedentRun.Tried tried) {
      return tried.precedent().title();
    }

    @Override
    String summary(PrecedentRun run) {
      return "cases: "
          + run.tried().size()
          + ", answers: "
          + run.answers()
          + ", "
          + (run.failures() == 0 ? "all as expected" : run.failures() + " not as expected");
    }
  },
  ja {
    @Override
    String words(Difference difference) {
      return difference.japanese();
    }

    @Override
    String words(Why why) {
      String opener = why.openerJapanese();
      return opener.isEmpty() ? why.japanese() : why.japanese() + "（開くもの: " + opener + "）";
    }

    @Override
    String title(PrecedentRun.Tried tried) {
      return tried.precedent().titleJapanese();
    }

    @Override
    String summary(PrecedentRun run) {
      return "事例 "
          + run.tried().size()
          + " 件、判定 "
          + run.answers()
          + " 件、"
          + (run.failures() == 0 ? "すべて期待どおり" : "期待と異なるもの " + run.failures() + " 件");
    }
  };

  abstract String words(Difference difference);

  abstract String words(Why why);

  abstract String title(PrecedentRun.Tried tried);

  abstract String summary(PrecedentRun run);

  /** The lines about a file's answers that are not as expected; none when all are. */
  List<String> failures(PrecedentRun.Tried tried) {
    List<String> lines = new ArrayList<>();
    for (Judgement judgement : tried.judgements()) {
      if (!judgement.isAsExpected()) {
        lines.add(tried.file() + ": " + judgement.trial().name() + " (" + title(tried) + ")");
        judgement.differences().forEach(each -> lines.add("  " + words(each)));
        judgement.whys().forEach(why -> lines.add("    " + words(why)));
      }
    }
    return lines;
  }
}
