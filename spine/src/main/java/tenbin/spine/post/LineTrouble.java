package tenbin.spine.post;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a line to a mail server did not come about, in words that say what to look at. */
public final class LineTrouble {
  /** A chain of causes longer than that is a circle. */
  private static final int MOST_CAUSES = 12;

  private LineTrouble() {}

  /** The reason, by the most telling of the failure's causes. */
  public static String of(MailLine line, MessagingException failed) {
    Optional<String> told = Optional.empty();
    Throwable each = failed;
    for (int i = 0; i < MOST_CAUSES && each != null; i++) {
      Optional<String> words = words(line, each);
      told = words.isPresent() ? words : told;
      each = next(each);
    }
    return told.orElseGet(() -> String.valueOf(failed.getMessage()));
  }

  private static @Nullable Throwable next(Throwable each) {
    return each instanceof MessagingException mail && mail.getNextException() != null
        ? mail.getNextException()
        : each.getCause();
  }

  private static Optional<String> words(MailLine line, Throwable failed) {
    String message = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("starttls is required") || message.contains("starttls required")) {
      return Optional.of("it offers no STARTTLS, and nothing goes to it in plain");
    }
    return switch (failed) {
      case CertificateExpiredException expired -> Optional.of("its certificate is over");
      case CertPathBuilderException nobody ->
          Optional.of("its certificate comes from no authority that the hub believes");
      case CertPathValidatorException invalid ->
          Optional.of("its certificate is not valid: " + invalid.getMessage());
      case CertificateException other when isName(message) ->
          Optional.of("its certificate is not that of " + line.host());
      case SSLException plain when message.contains("unsupported or unrecognized") ->
          Optional.of("it does not speak TLS on port " + line.port());
      case UnknownHostException unknown -> Optional.of("no such host");
      case ConnectException refused -> Optional.of("nobody listens there");
      case SocketTimeoutException slow -> Optional.of("it did not answer in time");
      default -> Optional.empty();
    };
  }

  private static boolean isName(String message) {
    return message.contains("subject alternative") || message.contains("no name matching");
  }
}
