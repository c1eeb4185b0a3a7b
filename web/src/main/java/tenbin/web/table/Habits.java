package tenbin.web.table;

import java.util.Optional;

/** What readers chose for themselves, to be found again: small texts by a name. Any thread. */
public interface Habits {
  /** A choice as it was kept. */
  Optional<String> of(String actor, String what);

  /** Keeps a choice in place of the one before. */
  void keep(String actor, String what, String choice);
}
