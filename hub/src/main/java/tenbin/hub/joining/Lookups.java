package tenbin.hub.joining;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.Mark;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.proof.DnsProof;
import tenbin.spine.newcomer.proof.Finding;
import tenbin.spine.newcomer.proof.Registered;
import tenbin.spine.newcomer.proof.RegistryProof;

/**
 * Where proofs of networks are looked for; the operator said which servers. A few at a time: a
 * check of a wide block asks up to 128 names.
 */
public final class Lookups {
  private static final int AT_ONCE = 4;

  private final Optional<DnsProof> dns;
  private final Optional<RegistryProof> registry;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public Lookups(Optional<DnsProof> dns, Optional<RegistryProof> registry) {
    this.dns = dns;
    this.registry = registry;
  }

  /** Asks nobody. */
  public static Lookups none() {
    return new Lookups(Optional.empty(), Optional.empty());
  }

  /** Where a mark can lie. */
  enum Way {
    DNS(OwnRange.Method.DNS),
    REGISTRY(OwnRange.Method.REGISTRY);

    private final OwnRange.Method method;

    Way(OwnRange.Method method) {
      this.method = method;
    }

    OwnRange.Method method() {
      return method;
    }

    static Optional<Way> tryParse(String text) {
      return switch (text) {
        case "dns" -> Optional.of(DNS);
        case "registry" -> Optional.of(REGISTRY);
        default -> Optional.empty();
      };
    }
  }

  /** Whether the operator named a server for a way. */
  boolean asks(Way way) {
    return switch (way) {
      case DNS -> dns.isPresent();
      case REGISTRY -> registry.isPresent();
    };
  }

  /** Looks for a mark, when not too many look; otherwise nobody answered. */
  Finding look(Way way, Network network, Mark mark) {
    if (!asks(way)) {
      return new Finding.NotThisWay();
    }
    if (!free.tryAcquire()) {
      return new Finding.Silent("too many checks at once");
    }
    try {
      return switch (way) {
        case DNS -> dns.orElseThrow().look(network, mark);
        case REGISTRY -> registry.orElseThrow().look(network, mark);
      };
    } finally {
      free.release();
    }
  }

  /** Whom a registry names for a network; nobody where the operator named no registry. */
  List<Registered> contacts(Network network) throws IOException {
    if (registry.isEmpty()) {
      return List.of();
    }
    if (!free.tryAcquire()) {
      throw new IOException("too many checks at once");
    }
    try {
      return registry.get().contacts(network);
    } finally {
      free.release();
    }
  }
}
