package tenbin.spine.yaml;

/**
 * Something wrong with a file that a person wrote, at its line.
 *
 * @param file its name, empty where there is only one
 * @param line 1 for the first
 * @param key where in the tree: "members[2].networks.prefixes[0].prefix"; empty for the whole file
 * @param reason what is wrong, in English
 * @param nearest what was probably meant, empty when nothing is near
 */
public record YamlFault(String file, int line, String key, String reason, String nearest) {
  /** For people: "line 12: members[2].clas: unknown key; did you mean "class"?". */
  @Override
  public String toString() {
    String at = file.isEmpty() ? "line " + line : file + ":" + line;
    String where = at + ": " + (key.isEmpty() ? "" : key + ": ") + reason;
    return nearest.isEmpty() ? where : where + "; did you mean \"" + nearest + "\"?";
  }
}
