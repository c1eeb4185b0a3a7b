package tenbin.web.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The reader's language: the one it chose (a cookie), else what its browser asks for first. */
public final class LanguageChoice implements LocaleResolver {
  /** The cookie of the choice. */
  public static final String COOKIE = "tenbin-language";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return chosen(request).orElseGet(() -> asked(request));
  }

  private static Optional<Locale> chosen(HttpServletRequest request) {
    return KeptChoice.of(request, COOKIE).flatMap(LanguageChoice::tryParse);
  }

  private static Locale asked(HttpServletRequest request) {
    for (Locale locale : Collections.list(request.getLocales())) {
      Optional<Locale> known = tryParse(locale.getLanguage());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return Locale.ENGLISH;
  }

  /** One of our languages. */
  public static Optional<Locale> tryParse(String word) {
    return WordList.LANGUAGES.stream().filter(each -> each.getLanguage().equals(word)).findFirst();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the page of languages sets the cookie");
  }
}
