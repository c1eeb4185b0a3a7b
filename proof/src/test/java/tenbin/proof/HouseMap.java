package tenbin.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The map of the house that ARCHITECTURE.md shows, drawn from the packages' own first sentences:
 * room, package, what it is.
 */
final class HouseMap {
  static final String BEGIN = "<!-- map: written by ArchitectureTest, -Dtenbin.rewrite=true -->";
  static final String END = "<!-- end of the map -->";

  private static final List<String> ROOMS =
      List.of("nouns", "balance", "wire", "spine", "desks", "web", "hub", "node", "proof");
  private static final Pattern FIRST_SENTENCE =
      Pattern.compile("/\\*\\*[\\s*]*(.*?)(?:\\.\\s|\\.\\*|\\n \\*\\n)", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\{@(?:link|code) ([^}]*)\\}");

  private HouseMap() {}

  /** The map as Markdown, between its markers. */
  static String draw() {
    StringBuilder out = new StringBuilder(BEGIN).append("\n\n");
    Map<String, Map<String, String>> byRoom = packagesByRoom();
    for (String room : ROOMS) {
      Map<String, String> packages = byRoom.getOrDefault(room, Map.of());
      if (!packages.isEmpty()) {
        out.append("**").append(room).append("**\n\n| package | what it is |\n|---|---|\n");
        packages.forEach((name, says) ->
            out.append("| `").append(name).append("` | ").append(says).append(" |\n"));
        out.append('\n');
      }
    }
    return out.append(END).toString();
  }

  private static Map<String, Map<String, String>> packagesByRoom() {
    Map<String, Map<String, String>> byRoom = new TreeMap<>();
    for (Path path : Tree.files("package-info.java")) {
      String text = path.toString().replace('\\', '/');
      if (text.contains("/src/main/java/")) {
        String folder = text.substring(text.indexOf("/src/main/java/") + 15);
        String name = folder.substring(0, folder.lastIndexOf('/')).replace('/', '.');
        byRoom
            .computeIfAbsent(path.getName(0).toString(), room -> new TreeMap<>())
            .put(name, firstSentence(Tree.text(path)));
      }
    }
    return byRoom;
  }

  private static String firstSentence(String source) {
    Matcher found = FIRST_SENTENCE.matcher(source);
    if (!found.find()) {
      return "";
    }
    String plain = found.group(1).replaceAll("\\s*\\n \\*\\s*", " ").trim();
    return LINK.matcher(plain).replaceAll("`$1`").replace("|", "\\|");
  }
}
