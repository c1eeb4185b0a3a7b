package tenbin.hub.run;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import tenbin.nouns.member.MemberId;
import tenbin.web.provider.Provider;

/**
 * An organisation's own sign-in in a properties file, as docs/operations/sign-in.md describes it.
 * The secret stands in a file of its own, named relative to this one.
 */
public final class ProviderFile {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "label",
          "issuer",
          "client",
          "secret-file",
          "algorithm",
          "members",
          "two-factors",
          "sign-out");

  private ProviderFile() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException with the key that is wrong, missing or not known
   */
  public static Provider read(Path file) throws IOException {
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      told.load(in);
    }
    Set<String> unknown = new TreeSet<>(told.stringPropertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(file + ": not known: " + String.join(", ", unknown));
    }
    try {
      return provider(file, told);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private static Provider provider(Path file, Properties told) throws IOException {
    return new Provider(
        needed(told, "name"),
        needed(told, "label"),
        URI.create(needed(told, "issuer")),
        needed(told, "client"),
        secret(file, told),
        algorithm(told.getProperty("algorithm", "RS256").strip()),
        words(told, "members").stream().map(MemberId::new).collect(Collectors.toSet()),
        words(told, "two-factors"),
        there(told.getProperty("sign-out", "there").strip()));
  }

  private static String needed(Properties told, String key) {
    String value = told.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  private static Set<String> words(Properties told, String key) {
    return Arrays.stream(told.getProperty(key, "").split("[,\\s]+", -1))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }

  private static SignatureAlgorithm algorithm(String word) {
    SignatureAlgorithm known = SignatureAlgorithm.from(word.toUpperCase(Locale.ROOT));
    if (known == null) {
      throw new IllegalArgumentException("algorithm is no signature: " + word);
    }
    return known;
  }

  private static boolean there(String word) {
    if (!Set.of("there", "here").contains(word)) {
      throw new IllegalArgumentException("sign-out is here or there, not " + word);
    }
    return word.equals("there");
  }

  private static String secret(Path file, Properties told) throws IOException {
    String name = told.getProperty("secret-file", "").strip();
    if (name.isEmpty()) {
      return "";
    }
    Path named = file.resolveSibling(name);
    if (!Files.isRegularFile(named)) {
      throw new NoSuchFileException(named + ", which " + file + " names");
    }
    return Files.readString(named).strip();
  }
}
