package tenbin.spine.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Warning;

/** What became of the reports that came in. A member asks only for its own. Any thread. */
public interface ReportBook {
  /** A reporter's reports, newest first, received before a time. */
  List<ReportStatus> reportsOf(MemberId reporter, Instant before, int most);

  Optional<ReportStatus> report(MemberId reporter, Digest digest);

  /** The warnings of a report in its order, from the given one on; stored up to a limit each. */
  List<Warning> warnings(MemberId reporter, Digest digest, int from, int most);

  /** Opens the raw report as it was received. */
  Optional<java.nio.file.Path> raw(MemberId reporter, Digest digest);
}
