package tenbin.web.exit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.Receipt;

/**
 * Under which line of the ledger a page stands that went to a member last: a page cannot name its
 * own line, because the line commits to its bytes. Forgotten when the hub stops; the ledger has
 * them all. Any thread.
 */
final class LastLines {
  /** Pages of a day of a large circle; 200 bytes each. */
  private static final int MOST = 20_000;

  private record Key(MemberId member, String path) {}

  private final Map<Key, Receipt> lines =
      new LinkedHashMap<>(1024) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Receipt> eldest) {
          return size() > MOST;
        }
      };

  synchronized void remember(MemberId member, String path, Receipt receipt) {
    Key key = new Key(member, path);
    lines.remove(key);
    lines.put(key, receipt);
  }

  synchronized Optional<Receipt> of(MemberId member, String path) {
    return Optional.ofNullable(lines.get(new Key(member, path)));
  }
}
