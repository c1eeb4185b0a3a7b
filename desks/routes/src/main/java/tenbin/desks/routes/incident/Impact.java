package tenbin.desks.routes.incident;

import tenbin.nouns.member.MemberId;

/**
 * What an incident means for one member.
 *
 * @param member whose prefixes
 * @param prefixes how many were touched since its begin
 * @param now how many are still
 */
public record Impact(MemberId member, int prefixes, int now) {}
