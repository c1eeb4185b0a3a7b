package tenbin.web.provider;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where it is kept who a person is at a provider. Any thread. */
public interface IdentityBook {
  /** Keeps one; false when that subject is linked, or that person at that issuer. */
  boolean add(Identity identity);

  Optional<Identity> find(String issuer, String subject);

  /** A person's, one an issuer at most. */
  List<Identity> of(UUID person);

  /** Ends a person's at an issuer; says whether there was one. */
  boolean remove(UUID person, String issuer);
}
