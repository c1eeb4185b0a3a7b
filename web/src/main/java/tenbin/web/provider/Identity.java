package tenbin.web.provider;

import java.time.Instant;
import java.util.UUID;

/**
 * Who a person is at a provider.
 *
 * @param issuer the provider's identity
 * @param subject the person's there: never given to another (OpenID Connect Core section 2, sub)
 * @param person whose
 * @param name what the provider called it when it was linked, for the person's own eyes
 * @param linkedAt since when
 */
public record Identity(String issuer, String subject, UUID person, String name, Instant linkedAt) {}
