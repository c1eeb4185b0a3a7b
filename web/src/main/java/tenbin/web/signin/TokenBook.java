package tenbin.web.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/** Where tokens are kept: their hash, never themselves. Any thread. */
public interface TokenBook {
  /** Keeps one by the hash of its secret. */
  void put(Token token, Digest hash);

  /**
   * From now on a token is found by its certificate and no more by its secret; false when another
   * one that holds goes by that certificate.
   */
  boolean bind(Token token, Instant at);

  /** By the hash of its secret, or by the certificate that it is bound to. */
  Optional<Token> find(Digest hash);

  /** All of a member, newest first. */
  List<Token> tokens(MemberId member);

  /** Ends a token of that member; says whether there was one. */
  boolean revoke(MemberId member, UUID token, Instant at);
}
