package tenbin.spine.group.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person is in a working group. */
public enum GroupRole {
  /** Leads the group: gives the other roles and ends them. One at a time. */
  CHAIR(1),
  /** Leads where the chair does not. */
  VICE_CHAIR(5),
  /** Writes minutes and documents. */
  SECRETARY(5),
  /** Reads what the group writes; speaks and votes for its member. */
  PARTICIPANT(Integer.MAX_VALUE);

  private final int most;

  GroupRole(int most) {
    this.most = most;
  }

  /** How many hold it at once; five is what a board of an operators' association has. */
  public int most() {
    return most;
  }

  /** Whether it is an office, held for a term. */
  public boolean isOffice() {
    return this != PARTICIPANT;
  }

  /** Whether who holds it may give roles. */
  public boolean leads() {
    return this == CHAIR || this == VICE_CHAIR;
  }

  /** As forms and the API write it: "vice-chair". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<GroupRole> tryParse(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
