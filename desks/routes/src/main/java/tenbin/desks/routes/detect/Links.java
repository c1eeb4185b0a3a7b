package tenbin.desks.routes.detect;

/**
 * What is known of neighbours by having been seen long enough and by more than one. Asked by the
 * reader of paths; an attacker who announces to one vantage point must not be able to teach it.
 */
public interface Links {
  /** Whether the two were seen beside each other before. */
  boolean isSettled(int a, int b);

  /** Whether the middle one was seen handing routes from one to the other before. */
  boolean isSettled(int from, int by, int to);
}
