package tenbin.spine.collect.mailbox;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.casework.AnswerState;
import tenbin.spine.post.About;

/**
 * An answer that came by mail, filed for the member that the answered mail went to.
 *
 * @param mail the digest of its bytes
 * @param about whose answer, to what
 * @param receivedAt by the hub's clock
 * @param state the state word it holds, where it holds exactly one
 * @param words its text without what it quotes
 */
public record Answer(
    String mail, About about, Instant receivedAt, Optional<AnswerState> state, String words) {}
