package tenbin.spine.post;

import tenbin.nouns.member.MemberId;

/**
 * What an answer by mail would be about.
 *
 * @param member whose answer it is
 * @param kind of thing: "delivery", "case"
 * @param subject the thing's id
 */
public record About(MemberId member, String kind, String subject) {
  public static final String DELIVERY = "delivery";
  public static final String CASE = "case";
}
