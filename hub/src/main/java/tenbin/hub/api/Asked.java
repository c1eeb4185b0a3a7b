package tenbin.hub.api;

import tenbin.nouns.consent.Purpose;
import tenbin.nouns.report.Digest;
import tenbin.web.problem.Problem;

/** What a request asks for, read or refused. */
final class Asked {
  private Asked() {}

  static Purpose purpose(String text) {
    return Purpose.tryParse(text)
        .orElseThrow(
            () -> new Problem(400, "unknown-purpose", "No purpose of that name: P1 to P16."));
  }

  static Digest digest(String hex) {
    return Digest.tryParse(hex)
        .orElseThrow(() -> Problem.wrong("A report is named by 64 lower-case hexadecimal digits."));
  }
}
