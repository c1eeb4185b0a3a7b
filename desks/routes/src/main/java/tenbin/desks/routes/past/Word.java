package tenbin.desks.routes.past;

import tenbin.desks.routes.feed.Vantage;

/** What is kept, of one vantage point and one time. */
sealed interface Word permits Change, Mark {
  long micros();

  Vantage from();

  /** The same at another time. */
  Word at(long time);
}
