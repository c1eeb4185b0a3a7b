package tenbin.spine.correlate;

import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.net.Address;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Observation;

/**
 * The values of one observation, each under a 64-bit key, laid out in place: one instance is used
 * for all of them. The sensor's own side and the victim's side give no value.
 */
final class ValueSighting {
  /** Address, counterpart, host, URL, and one hash. */
  static final int MOST = 5;

  private static final String[] HASH_COLUMNS = {"sha256", "md5_hash", "md5", "sha1", "sha512"};

  private final long[] keys = new long[MOST];
  private final ValueType[] types = new ValueType[MOST];
  private final String[] texts = new String[MOST];
  private final Address[] addresses = new Address[MOST];
  private int size;
  private int at;
  private Columns columns = Columns.NONE;
  private int hashColumn = -1;

  private long second;
  private int member;
  private int kind;
  private boolean attack;
  private boolean ofCircle;

  /** Lays out the values of what was seen; {@link #size} says how many there are. */
  void layOut(Observation seen) {
    size = 0;
    Endpoint actor = actor(seen);
    add(ValueType.ADDRESS, actor.address());
    if (!seen.sides().sensorIsDestination() && seen.sides().aboutSource()) {
      add(ValueType.COMMAND_SERVER, seen.destination().address());
      add(ValueType.HOST, seen.destination().host());
    }
    add(ValueType.HOST, actor.host());
    add(ValueType.URL, seen.url());
    addHash(seen);
  }

  /** Sets what all values of the observation have in common. */
  void about(Sighted sighted, int memberIndex, int kindIndex) {
    second = sighted.seen().time().epochSecond();
    member = memberIndex;
    kind = kindIndex;
    attack = isAttack(sighted.seen());
    ofCircle = sighted.attribution().responsible() instanceof Responsible.OfMember;
  }

  private static Endpoint actor(Observation seen) {
    return switch (seen.sides()) {
      case ABOUT_SOURCE, ABOUT_SOURCE_SENSOR_DESTINATION, ABOUT_DESTINATION -> seen.source();
      case ABOUT_DESTINATION_SENSOR_SOURCE -> seen.destination();
    };
  }

  /** Weaknesses, tests and lists are no attack: members that share one share a scan of theirs. */
  private static boolean isAttack(Observation seen) {
    return switch (seen.kind().rsit().taxonomy()) {
      case "vulnerable", "other", "test" -> false;
      default -> true;
    };
  }

  private void add(ValueType type, Address address) {
    if (address.isPresent() && size < MOST) {
      addresses[size] = address;
      texts[size] = "";
      put(type, ValueKey.of(type, address));
    }
  }

  private void add(ValueType type, String text) {
    if (!text.isEmpty() && size < MOST) {
      texts[size] = text;
      put(type, ValueKey.of(type, text));
    }
  }

  private void put(ValueType type, long key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return;
      }
    }
    types[size] = type;
    keys[size++] = key;
  }

  private void addHash(Observation seen) {
    if (seen.extra().isEmpty()) {
      return;
    }
    if (seen.extra().columns() != columns) {
      columns = seen.extra().columns();
      hashColumn = hashColumnOf(columns);
    }
    if (hashColumn >= 0) {
      seen.extra()
          .get(HASH_COLUMNS[hashColumn])
          .ifPresent(hash -> add(ValueType.HASH, hash.toLowerCase(java.util.Locale.ROOT)));
    }
  }

  private static int hashColumnOf(Columns columns) {
    for (int i = 0; i < HASH_COLUMNS.length; i++) {
      if (columns.indexOf(HASH_COLUMNS[i]).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  int size() {
    return size;
  }

  /** Makes the value at a place the one that the following are about. */
  ValueSighting turnTo(int place) {
    at = place;
    return this;
  }

  long key() {
    return keys[at];
  }

  ValueType type() {
    return types[at];
  }

  /** The value as people write it. */
  String text() {
    return texts[at].isEmpty() ? addresses[at].toString() : texts[at];
  }

  /** The key of the first other value of the observation, 0 when there is none. */
  long companion() {
    int other = at == 0 ? 1 : 0;
    return other < size ? keys[other] : 0;
  }

  /** When it was seen, seconds since 1970. */
  long second() {
    return second;
  }

  int member() {
    return member;
  }

  int kind() {
    return kind;
  }

  boolean isAttack() {
    return attack;
  }

  /** Whether it may stand in a list that others get: not an address that a member answers for. */
  boolean isListed() {
    return !ofCircle || types[at].isArtefact();
  }
}
