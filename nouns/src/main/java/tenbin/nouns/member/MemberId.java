package tenbin.nouns.member;

import tenbin.nouns.consent.PartyId;

/**
 * A member's short stable name in files, addresses and commands: 2 to 40 of a-z, 0-9 and "-",
 * beginning with a letter.
 */
public record MemberId(String text) implements Comparable<MemberId> {
  private static final int MOST = 40;

  public MemberId {
    boolean good = text.length() >= 2 && text.length() <= MOST && text.charAt(0) >= 'a';
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }
    if (!good) {
      throw new IllegalArgumentException("not a member's id: \"" + text + "\"");
    }
  }

  /** The party that this member is. */
  public PartyId party() {
    return new PartyId(text);
  }

  @Override
  public int compareTo(MemberId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
