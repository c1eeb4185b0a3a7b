package tenbin.spine.statistics;

import tenbin.nouns.observation.Rsit;

/**
 * The smallest thing that is counted of a day.
 *
 * @param type RSIT type
 * @param sector a word, {@link Figure#NO_SECTOR} where nobody said it
 * @param asn the network of a member, 0 where it cannot be told from others
 */
record Place(String type, String sector, long asn) {
  static Place of(Rsit type, String sector, long asn) {
    return new Place(type.type(), sector.isEmpty() ? Figure.NO_SECTOR : sector, asn);
  }

  String key() {
    return type + "/" + sector + "/" + asn;
  }

  static Place parse(String key) {
    String[] words = key.split("/", -1);
    return new Place(words[0], words[1], Long.parseLong(words[2]));
  }
}
