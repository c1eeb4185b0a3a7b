package tenbin.wire.xarf;

/**
 * Who reports, as XARF 4 wants it: the circle, never the member that contributed the row.
 *
 * @param org the organisation's name, up to 200 characters
 * @param contact its mail address
 * @param domain its domain
 */
public record XarfParty(String org, String contact, String domain) {
  private static final int LONGEST_ORG = 200;

  public XarfParty {
    if (org.isBlank() || org.length() > LONGEST_ORG || contact.indexOf('@') < 1) {
      throw new IllegalArgumentException("not a reporter for XARF: " + org + " <" + contact + ">");
    }
    if (domain.isBlank()) {
      throw new IllegalArgumentException("a reporter for XARF needs a domain: " + org);
    }
  }
}
