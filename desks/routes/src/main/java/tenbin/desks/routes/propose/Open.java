package tenbin.desks.routes.propose;

/**
 * What people must decide: it is not proposed, or not without a word.
 *
 * @param what a prefix, or an AS
 * @param why it is not plain
 */
public record Open(String what, String why) {}
