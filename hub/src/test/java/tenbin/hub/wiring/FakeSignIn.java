package tenbin.hub.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.web.webauthn.management.MapUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import tenbin.nouns.report.Digest;
import tenbin.web.factor.Factor;
import tenbin.web.factor.FactorBook;
import tenbin.web.provider.Identity;
import tenbin.web.provider.IdentityBook;
import tenbin.web.signin.Invitation;
import tenbin.web.signin.InvitationBook;
import tenbin.web.table.Habits;

/** Invitations and second factors in memory. */
final class FakeSignIn {
  final InvitationBook invitations = new Invited();
  final FactorBook factors = new Factors();
  final IdentityBook identities = new Linked();
  final UserCredentialRepository passkeys = new MapUserCredentialRepository();

  final Habits habits = new MemoryHabits();

  private static final class Linked implements IdentityBook {
    private final List<Identity> kept = new ArrayList<>();

    @Override
    public synchronized boolean add(Identity identity) {
      boolean taken =
          find(identity.issuer(), identity.subject()).isPresent()
              || of(identity.person()).stream()
                  .anyMatch(each -> each.issuer().equals(identity.issuer()));
      return !taken && kept.add(identity);
    }

    @Override
    public synchronized Optional<Identity> find(String issuer, String subject) {
      return kept.stream()
          .filter(each -> each.issuer().equals(issuer) && each.subject().equals(subject))
          .findFirst();
    }

    @Override
    public synchronized List<Identity> of(UUID person) {
      return kept.stream().filter(each -> each.person().equals(person)).toList();
    }

    @Override
    public synchronized boolean remove(UUID person, String issuer) {
      return kept.removeIf(each -> each.person().equals(person) && each.issuer().equals(issuer));
    }
  }

  private static final class Invited implements InvitationBook {
    private final Map<Digest, Invitation> kept = new ConcurrentHashMap<>();

    @Override
    public void put(Invitation invitation, Digest hash) {
      kept.values().removeIf(each -> each.person().equals(invitation.person()));
      kept.put(hash, invitation);
    }

    @Override
    public Optional<Invitation> find(Digest hash, Instant at) {
      return Optional.ofNullable(kept.get(hash)).filter(each -> at.isBefore(each.expiresAt()));
    }

    @Override
    public boolean use(Digest hash, Instant at) {
      return kept.remove(hash) != null;
    }
  }

  private static final class MemoryHabits implements Habits {
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<String> of(String actor, String what) {
      return Optional.ofNullable(kept.get(actor + " " + what));
    }

    @Override
    public void keep(String actor, String what, String choice) {
      kept.put(actor + " " + what, choice);
    }
  }

  private static final class Factors implements FactorBook {
    private final Map<UUID, Factor> kept = new ConcurrentHashMap<>();

    @Override
    public void put(Factor factor) {
      kept.put(factor.person(), factor);
    }

    @Override
    public Optional<Factor> find(UUID person) {
      return Optional.ofNullable(kept.get(person));
    }

    @Override
    public synchronized boolean take(UUID person, long step) {
      Factor old = find(person).orElseThrow();
      kept.put(
          person, with(old, old.confirmedAt(), Math.max(step, old.lastStep()), old.usedRecovery()));
      return step > old.lastStep();
    }

    @Override
    public synchronized boolean takeRecovery(UUID person, int recovery) {
      Factor old = find(person).orElseThrow();
      int bit = 1 << recovery;
      kept.put(person, with(old, old.confirmedAt(), old.lastStep(), old.usedRecovery() | bit));
      return (old.usedRecovery() & bit) == 0;
    }

    @Override
    public void confirm(UUID person, Instant at) {
      Factor old = find(person).orElseThrow();
      kept.put(person, with(old, Optional.of(at), old.lastStep(), old.usedRecovery()));
    }

    private static Factor with(Factor old, Optional<Instant> confirmed, long step, int used) {
      return new Factor(old.person(), old.nonce(), old.madeAt(), confirmed, step, used);
    }

    @Override
    public void remove(UUID person) {
      kept.remove(person);
    }

    @Override
    public byte[] derive(UUID person, String use) {
      String hex = Digest.of((person + use).getBytes(StandardCharsets.UTF_8)).hex();
      return HexFormat.of().parseHex(hex);
    }
  }
}
