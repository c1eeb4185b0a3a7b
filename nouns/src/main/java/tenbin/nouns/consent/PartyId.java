package tenbin.nouns.consent;

import org.jspecify.annotations.Nullable;

/**
 * A party's short stable name: a member, its customer, an association, an agency, a partner abroad.
 * Same letters as a member's id; a member is a party of the same name.
 */
public final class PartyId implements Comparable<PartyId> {
  private static final int MOST = 60;

  private final String text;

  /** Kept beside the text: parties are looked up by the million. */
  private final int hash;

  /**
   * A party's id.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public PartyId(String text) {
    boolean good = text.length() >= 2 && text.length() <= MOST && text.charAt(0) >= 'a';
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
    if (!good) {
      throw new IllegalArgumentException("not a party's id: \"" + text + "\"");
    }
    this.text = text;
    this.hash = text.hashCode();
  }

  public String text() {
    return text;
  }

  @Override
  public int compareTo(PartyId other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || other instanceof PartyId party && party.text.equals(text);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
