package tenbin.spine.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/** Where the rows lie whose ids recipients were shown last: an id itself does not tell. */
final class SeenIds {
  /** Pages and pulls of the last hours; 100 bytes each. */
  private static final int MOST = 50_000;

  private record Key(MemberId recipient, UUID id) {}

  private final Map<Key, Long> positions =
      new LinkedHashMap<>(1024) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
          return size() > MOST;
        }
      };

  synchronized void remember(MemberId recipient, RowDecisions.Released row) {
    positions.put(new Key(recipient, row.disclosure().id()), row.row().position());
  }

  synchronized Optional<Long> position(MemberId recipient, UUID id) {
    return Optional.ofNullable(positions.get(new Key(recipient, id)));
  }
}
