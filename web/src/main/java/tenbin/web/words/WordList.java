package tenbin.web.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/**
 * The words of pages, every language beside each other. A list is a text file: a key at the
 * beginning of a line, then one indented line per language. A list that lacks a language, or has a
 * key twice, does not load.
 */
public final class WordList extends AbstractMessageSource {
  /** The languages that every page speaks. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

  private final Map<String, Map<String, String>> words = new HashMap<>();

  /** Loads lists from the class path. */
  public WordList(List<String> resources) {
    resources.forEach(this::load);
  }

  public Set<String> keys() {
    return Set.copyOf(words.keySet());
  }

  private void load(String resource) {
    try (InputStream in = WordList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no word list " + resource);
      }
      String key = "";
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        key = take(resource, key, line);
      }
      check(resource);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String take(String resource, String key, String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return key;
    }
    if (!line.startsWith(" ")) {
      if (words.put(line.strip(), new HashMap<>()) != null) {
        throw new IllegalArgumentException(resource + ": key twice: " + line);
      }
      return line.strip();
    }
    String told = line.strip();
    int space = told.indexOf(' ');
    Map<String, String> texts = words.get(key);
    if (space < 0 || texts == null) {
      throw new IllegalArgumentException(resource + ": not a text: " + line);
    }
    texts.put(told.substring(0, space), told.substring(space + 1).strip());
    return key;
  }

  private void check(String resource) {
    words.forEach((key, texts) -> {
      for (Locale language : LANGUAGES) {
        if (!texts.containsKey(language.getLanguage())) {
          throw new IllegalArgumentException(
              resource + ": " + key + " has no " + language.getLanguage());
        }
      }
    });
  }

  /** The text of a key, "" when there is none. */
  public String text(String key, Locale locale, Object... arguments) {
    return Optional.ofNullable(getMessage(key, arguments, "", locale)).orElse("");
  }

  @Override
  protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
    Map<String, String> texts = words.get(code);
    return texts == null ? null : texts.get(languageOf(locale));
  }

  @Override
  protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
    String text = resolveCodeWithoutArguments(code, locale);
    return text == null ? null : new MessageFormat(text, locale);
  }

  private static String languageOf(Locale locale) {
    return locale.getLanguage().equals("ja") ? "ja" : "en";
  }
}
