package tenbin.spine.storage.row;

import java.util.ArrayList;
import java.util.List;

/** Words in one text that can be taken apart again, whatever the words contain. */
final class Lines {
  private Lines() {}

  static String join(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0) {
        out.append('\t');
      }
      String word = words.get(i);
      for (int at = 0; at < word.length(); at++) {
        switch (word.charAt(at)) {
          case '\\' -> out.append("\\\\");
          case '\t' -> out.append("\\t");
          // PostgreSQL's text holds every character but this one.
          case '\0' -> out.append("\\0");
          default -> out.append(word.charAt(at));
        }
      }
    }
    return out.toString();
  }

  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '\t') {
        words.add(word.toString());
        word.setLength(0);
      } else if (c == '\\') {
        char escaped = line.charAt(++at);
        word.append(escaped == 't' ? '\t' : escaped == '0' ? '\0' : escaped);
      } else {
        word.append(c);
      }
    }
    words.add(word.toString());
    return words;
  }
}
