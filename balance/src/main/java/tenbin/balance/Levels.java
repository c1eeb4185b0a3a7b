package tenbin.balance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;
import tenbin.nouns.member.Sector;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Field;
import tenbin.nouns.time.Moment;

/**
 * How much of each field of an observation is released (DISCLOSURE section 5), and values cut down
 * to it. Immutable.
 */
final class Levels {
  private static final int BLOCK_V4 = 24;
  private static final int BLOCK_V6 = 48;
  private static final int ASN = levelOf(Order.PLACE, "ASN");
  private static final int BLOCK = levelOf(Order.PLACE, "/24");
  private static final int SECTOR = levelOf(Order.PLACE, "SECTOR");
  private static final int PSEUDONYM = levelOf(Order.PLACE, "PSEUDONYM");
  private static final Map<Integer, Long> BUCKETS =
      Map.of(
          levelOf(Order.TIME, "minute"),
          60 * Moment.SECOND,
          levelOf(Order.TIME, "hour"),
          3_600 * Moment.SECOND,
          levelOf(Order.TIME, "day"),
          86_400 * Moment.SECOND);

  private final EnumMap<Field, Integer> levels;
  private final Set<Category> kept;

  /**
   * Levels of an observation's fields.
   *
   * @param levels in each field's own order; a field that is not in it is not released
   * @param kept categories whose kept columns are released
   */
  Levels(Map<Field, Integer> levels, Set<Category> kept) {
    this.levels = new EnumMap<>(Field.class);
    this.levels.putAll(levels);
    this.kept = Set.copyOf(kept);
  }

  private static int levelOf(Order order, String word) {
    return order.level(word).orElseThrow();
  }

  /** The level's word: "FULL", "/24", "hour". */
  String word(Field field) {
    return Shapes.orderOf(field).word(level(field));
  }

  private int level(Field field) {
    Integer level = levels.get(field);
    return level == null ? Shapes.orderOf(field).least() : level;
  }

  boolean isWhole(Field field) {
    return level(field) == Shapes.orderOf(field).greatest();
  }

  boolean isReleased(Field field) {
    return level(field) != Shapes.orderOf(field).least();
  }

  boolean keeps(Category category) {
    return kept.contains(category) && isWhole(Field.EXTRA);
  }

  /** A time as exact as the level; coarser ones begin their bucket and are unsure by its length. */
  Optional<Moment> time(Moment time) {
    if (isWhole(Field.TIME)) {
      return Optional.of(time);
    }
    return Optional.ofNullable(BUCKETS.get(level(Field.TIME)))
        .map(bucket ->
            new Moment(
                Math.floorDiv(time.epochNanos(), bucket) * bucket, bucket + time.errorNanos()));
  }

  /** The number of a system that a field of places allows to tell. */
  Asn asn(Field field, Asn told) {
    return Order.PLACE.isAtOrBelow(ASN, level(field)) ? told : Asn.NONE;
  }

  /**
   * Where an address is.
   *
   * @param asn the system that the report names for it
   * @param sector what its network is for, as far as the recipient may know of it
   * @param pseudonyms names for addresses, asked only where the level is a pseudonym; none where
   *     its scope has no key here
   */
  Place place(
      Field field,
      Address address,
      Asn asn,
      Sector sector,
      Function<Address, Optional<String>> pseudonyms) {
    int level = level(field);
    if (isWhole(field)) {
      return address.isPresent() ? new Place.Exact(address) : Place.NOWHERE;
    }
    if (level == BLOCK && address.isPresent()) {
      return new Place.Block(block(address));
    }
    if (level == PSEUDONYM && address.isPresent()) {
      return pseudonyms.apply(address).<Place>map(Place.Pseudonym::new).orElse(Place.NOWHERE);
    }
    if (level == SECTOR && sector.isKnown()) {
      return new Place.InSector(sector);
    }
    return level == ASN && asn.isPresent() ? new Place.System(asn) : Place.NOWHERE;
  }

  /** What a place's network is for: told at SECTOR and at whatever tells more of the place. */
  Sector sector(Field field, Sector sector) {
    return Order.PLACE.isAtOrBelow(SECTOR, level(field)) ? sector : Sector.UNKNOWN;
  }

  /** The block by which a place is told in part. */
  static Prefix block(Address address) {
    return Prefix.around(address, address.isV4() ? BLOCK_V4 : BLOCK_V6);
  }
}
