package tenbin.spine.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tenbin.nouns.member.MemberId;

/** Where case files stand. Any thread. */
interface Shelf {
  /** Puts a new file there, or changes the one that stands there, all at once. */
  void put(CaseFile opened, UnaryOperator<CaseFile> growth);

  /** Adds an answer to a file; the same one twice is one. */
  void add(String caseId, Answer answer);

  /** The files that concern a member, newest first. */
  List<CaseFile> of(MemberId member);

  /** Under which ids a member ever knew a file, each with the id of the file that it finds now. */
  Map<String, String> ids(MemberId member);

  Optional<CaseFile> one(String caseId);

  /** The reminders of a case that have left to a member, oldest first. */
  List<CaseDeeds.Reminded> reminded(String caseId, MemberId member);

  /** Every file, newest first. */
  List<CaseFile> all();

  /** Every link, the oldest first. */
  List<CaseLink> links();

  /** Keeps a link; one of its id that stands there is replaced. */
  void link(CaseLink link);

  /** The reminders that have left. */
  Set<Reminder> reminded();

  void reminded(Reminder reminder, Instant at);
}
