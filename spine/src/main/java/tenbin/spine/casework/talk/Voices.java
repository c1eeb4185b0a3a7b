package tenbin.spine.casework.talk;

import tenbin.balance.RecipientKey;
import tenbin.nouns.member.MemberId;

/**
 * Names under which members speak in one case without saying who they are: the same for all who
 * read there, another one in every other case. Any thread.
 */
public final class Voices {
  /** Of 121 members two share one in 24 bits once in 2,300 cases. */
  private static final int LETTERS = 6;

  private final byte[] key;

  /** By a key of the hub's for this use alone. */
  public Voices(byte[] key) {
    this.key = key.clone();
  }

  /** Letters and digits. */
  String of(String caseId, MemberId member) {
    return new RecipientKey(key)
        .idOf(caseId + "\n" + member.text())
        .toString()
        .substring(0, LETTERS);
  }
}
