package tenbin.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * The members' tokens. A token is 256 random bits, so a plain SHA-256 of it is kept: there is
 * nothing to guess. Any thread.
 */
public final class Tokens {
  /** What a secret scanner looks for. */
  public static final String PREFIX = "tenbin_";

  /** One year: somebody must look at each token once a year. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /** More than this many live ones of one member are refused. */
  public static final int MOST = 50;

  private static final int SECRET_BYTES = 32;
  private static final int MOST_TITLE = 80;

  private final TokenBook book;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public Tokens(TokenBook book, Clock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** A token with its secret, which is shown once and never kept. */
  public record Minted(Token token, String secret) {}

  /**
   * Makes a token.
   *
   * @throws IllegalArgumentException without a title or a scope, too long a life, or too many
   */
  public Minted mint(MemberId member, String title, Set<Scope> scopes, Duration life) {
    return mint(member, title, scopes, life, Optional.empty());
  }

  /**
   * As above; with a certificate the secret is good for one thing alone: to be shown once together
   * with that certificate, which counts by itself from then on. So nobody has others' programs act
   * for itself by naming their certificates as its own.
   *
   * @param certificate its SHA-256
   */
  public Minted mint(
      MemberId member,
      String title,
      Set<Scope> scopes,
      Duration life,
      Optional<Digest> certificate) {
    String name = title.strip();
    if (name.isEmpty() || name.length() > MOST_TITLE || scopes.isEmpty()) {
      throw new IllegalArgumentException("a token needs a title and a scope");
    }
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a token lives at most " + LONGEST.toDays() + " days");
    }
    long live = of(member).stream().filter(each -> each.holdsAt(clock.instant())).count();
    if (live >= MOST) {
      throw new IllegalArgumentException("a member has at most " + MOST + " tokens");
    }
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Token token =
        new Token(
            UUID.randomUUID(),
            member,
            name,
            scopes,
            clock.instant(),
            clock.instant().plus(life),
            Optional.empty(),
            certificate.map(each -> new Bound(each, false)));
    book.put(token, hash(secret));
    return new Minted(token, secret);
  }

  /** The token of a secret that is enough by itself, while it holds. */
  public Optional<Token> find(String secret) {
    return ofSecret(secret).filter(token -> token.bound().isEmpty());
  }

  /** The token that a program goes by whose certificate the line has proved, while it holds. */
  public Optional<Token> find(Digest certificate) {
    return book.find(certificate)
        .filter(token -> token.bound().filter(each -> isShown(each, certificate)).isPresent())
        .filter(token -> token.holdsAt(clock.instant()));
  }

  private static boolean isShown(Bound bound, Digest certificate) {
    return bound.shown() && bound.certificate().equals(certificate);
  }

  /** Binds a certificate that the line has proved to the token of a secret that waits for it. */
  public Optional<Token> bind(String secret, Digest certificate) {
    return ofSecret(secret)
        .filter(token ->
            token.bound().filter(each -> each.certificate().equals(certificate)).isPresent())
        .filter(token -> book.bind(token, clock.instant()));
  }

  private Optional<Token> ofSecret(String secret) {
    if (!secret.startsWith(PREFIX) || secret.length() > 2 * SECRET_BYTES) {
      return Optional.empty();
    }
    return book.find(hash(secret)).filter(token -> token.holdsAt(clock.instant()));
  }

  /** Whether the token that somebody came with still holds. */
  public boolean holds(Visitor visitor) {
    return of(visitor.member()).stream()
        .filter(each -> visitor.token().filter(each.id()::equals).isPresent())
        .anyMatch(each -> each.holdsAt(clock.instant()));
  }

  public List<Token> of(MemberId member) {
    return book.tokens(member);
  }

  public boolean revoke(MemberId member, UUID token) {
    return book.revoke(member, token, clock.instant());
  }

  private static Digest hash(String secret) {
    return Digest.of(secret.getBytes(UTF_8));
  }
}
