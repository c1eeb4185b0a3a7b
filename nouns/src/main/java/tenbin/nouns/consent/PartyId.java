package tenbin.nouns.consent;

/**
 * A party's short stable name: a member, its customer, an association, an agency, a partner abroad.
 * Same letters as a member's id; a member is a party of the same name.
 */
public record PartyId(String text) implements Comparable<PartyId> {
  private static final int MOST = 60;

  public PartyId {
    boolean good = text.length() >= 2 && text.length() <= MOST && text.charAt(0) >= 'a';
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
    if (!good) {
      throw new IllegalArgumentException("not a party's id: \"" + text + "\"");
    }
  }

  @Override
  public int compareTo(PartyId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
