package tenbin.spine.statistics;

import java.time.LocalDate;
import java.util.List;
import tenbin.nouns.member.MemberId;

/**
 * A day as it was published.
 *
 * @param day which
 * @param counted whose rows were let be counted, by id
 * @param figures all of them, whomever they go to, by name
 */
record Published(LocalDate day, List<MemberId> counted, List<Figure> figures) {}
