package tenbin.wire.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** In which columns of a header each role is told. */
final class Places {
  private static final int[] NOWHERE = {};

  private final Map<Role, int[]> columns = new EnumMap<>(Role.class);
  private final boolean[] hasRole;

  Places(Map<Role, List<String>> roles, Header header) {
    hasRole = new boolean[header.size()];
    roles.forEach((role, names) -> {
      int[] found =
          names.stream().mapToInt(header.names()::indexOf).filter(at -> at >= 0).toArray();
      columns.put(role, found);
      for (int at : found) {
        hasRole[at] = true;
      }
    });
  }

  int[] of(Role role) {
    return columns.getOrDefault(role, NOWHERE);
  }

  boolean hasRole(int column) {
    return hasRole[column];
  }
}
