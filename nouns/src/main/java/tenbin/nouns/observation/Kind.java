package tenbin.nouns.observation;

/**
 * What kind of thing was seen, as precise as the report tells it. Readers keep one instance per
 * distinct kind, so comparing is cheap.
 *
 * @param rsit class by the reference taxonomy
 * @param identifier the report type or service by the field's name for it ("open-dns-resolver",
 *     "event4_sinkhole"), empty when not told
 * @param family malware family or technique, lower case, empty when not told
 */
public record Kind(Rsit rsit, String identifier, String family) {
  public static Kind of(Rsit rsit) {
    return new Kind(rsit, "", "");
  }
}
