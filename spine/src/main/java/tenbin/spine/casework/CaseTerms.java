package tenbin.spine.casework;

import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;

/**
 * On what terms a desk opens a case.
 *
 * @param deadline until when the members concerned answer; growth does not move it
 * @param marking of what the case tells; the strictest of what it rests on
 */
public record CaseTerms(Deadline deadline, Tlp marking) {}
