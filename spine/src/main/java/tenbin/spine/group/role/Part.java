package tenbin.spine.group.role;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody may do in one group now.
 *
 * @param held the roles that it holds, or that its member's people hold where it is a program
 * @param reads what the group's members wrote
 * @param writes minutes and documents
 * @param leads gives offices and ends them
 * @param names its own member's participants
 * @param secretariat whether it leads by running the circle
 */
public record Part(
    Set<GroupRole> held,
    boolean reads,
    boolean writes,
    boolean leads,
    boolean names,
    boolean secretariat) {
  public Part {
    held = held.isEmpty() ? EnumSet.noneOf(GroupRole.class) : EnumSet.copyOf(held);
    held = Set.copyOf(held);
  }
}
