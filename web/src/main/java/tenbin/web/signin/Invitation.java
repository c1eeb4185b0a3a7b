package tenbin.web.signin;

import java.time.Instant;
import java.util.UUID;

/**
 * One person's right to choose a password, once.
 *
 * @param person whose
 * @param madeBy who made it, as the audit writes it
 * @param expiresAt from when it is refused
 */
public record Invitation(UUID person, String madeBy, Instant expiresAt) {}
