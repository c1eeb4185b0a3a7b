package tenbin.web.provider;

/**
 * What a provider proved about the one who came back from it.
 *
 * @param issuer the provider's identity
 * @param subject whom it names there
 * @param name what it calls it, for its own eyes; nothing goes by it
 * @param strong whether it said that it asked for two factors
 * @param token the ID token, which it wants to see again at signing out
 */
public record Proof(String issuer, String subject, String name, boolean strong, String token) {}
