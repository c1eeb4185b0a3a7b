package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Joins shared values into groups of members. One thread. */
final class GroupWatch {
  private final List<Finding> found = new ArrayList<>();

  GroupWatch(CorrelatorBounds bounds, Numbering numbering, ValueNames names) {}

  void take(List<SharedValue> settled, long second) {}

  List<Finding> drain() {
    List<Finding> all = List.copyOf(found);
    found.clear();
    return all;
  }

  void write(DataOutputStream out) throws IOException {}

  void read(DataInputStream in) throws IOException {}
}
