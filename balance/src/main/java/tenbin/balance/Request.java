package tenbin.balance;

import java.time.Instant;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/**
 * Who asks, what for, through what, when: everything about a request but the item.
 *
 * @param recipient the member that would receive it
 * @param purpose what for
 * @param outlet through what
 * @param at the time the decision is for
 */
public record Request(MemberId recipient, Purpose purpose, Outlet outlet, Instant at) {}
