package tenbin.spine.newcomer.proof;

/**
 * An address at which a registry says that whoever holds a network is reached.
 *
 * @param mail the address, in lower case
 * @param attribute that names it: "abuse-mailbox"
 * @param object in which it stands, class and key: "role AB1-JPIRR"
 * @param source the database
 */
public record Registered(String mail, String attribute, String object, String source) {
  /** For the record of a proof. */
  public String where() {
    return attribute + " of " + object + (source.isEmpty() ? "" : " (" + source + ")");
  }
}
