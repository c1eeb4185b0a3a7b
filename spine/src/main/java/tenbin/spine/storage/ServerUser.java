package tenbin.spine.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Under which user the database server runs. PostgreSQL refuses to run as root, so root drops to
 * nobody with setpriv; where that is missing, or nobody cannot reach the folder, the server runs in
 * a user namespace of its own (unshare -U), where root's files are its own and root's powers are
 * gone. Never su or runuser: they leave the server behind when they are killed.
 *
 * @param command what to put before a command
 * @param owner the numeric user that must own the server's folder; -1 leaves it as it is
 */
record ServerUser(List<String> command, int owner) {
  /** The user "nobody" of every Linux; initdb insists on a user that has a name. */
  private static final int NOBODY = 65_534;

  ServerUser {
    command = List.copyOf(command);
  }

  /** The right one for a server that lives in this folder. */
  static ServerUser toServe(Path folder) throws IOException {
    if (currentUser() != 0) {
      return new ServerUser(List.of(), -1);
    }
    if (found("setpriv") && reachable(folder)) {
      String id = Integer.toString(NOBODY);
      return new ServerUser(
          List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--"), NOBODY);
    }
    if (found("unshare")) {
      return new ServerUser(List.of("unshare", "-U", "--"), -1);
    }
    throw new StorageFailure(
        StorageFailure.Actor.OPERATOR,
        "PostgreSQL does not run as root and neither setpriv nor unshare is there to drop to"
            + " another user (package util-linux); or start the hub as a normal user");
  }

  List<String> running(List<String> words) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(words);
    return whole;
  }

  /** Hands a file or folder to the server's user. */
  void own(Path path) throws IOException {
    if (owner >= 0) {
      Files.setAttribute(path, "unix:uid", owner);
    }
  }

  private static int currentUser() throws IOException {
    return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
  }

  private static boolean reachable(Path folder) throws IOException {
    for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(each);
      if (!rights.contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  static boolean found(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    for (String folder : path.split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }
}
