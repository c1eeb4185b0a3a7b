package tenbin.web.provider;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;

/** Which person is who at which provider: linked by the person alone, never found out. */
public final class Identities {
  private final IdentityBook book;
  private final People people;
  private final Clock clock;

  public Identities(IdentityBook book, People people, Clock clock) {
    this.book = book;
    this.people = people;
    this.clock = clock;
  }

  /** The person of a proof, while it may sign in and the provider may speak for it. */
  public Optional<Person> find(Provider provider, Proof proof) {
    return book.find(proof.issuer(), proof.subject())
        .flatMap(each -> people.find(each.person()))
        .filter(each -> each.isActive() && provider.serves(each.member()));
  }

  /** Whether nobody is linked with what was proved. */
  public boolean isFree(Proof proof) {
    return book.find(proof.issuer(), proof.subject()).isEmpty();
  }

  /** Links a person; false when it or somebody else is linked there already, or may not be. */
  public boolean link(Provider provider, Proof proof, Person person) {
    return person.isActive()
        && provider.serves(person.member())
        && book.add(
            new Identity(
                proof.issuer(), proof.subject(), person.id(), proof.name(), clock.instant()));
  }

  public List<Identity> of(UUID person) {
    return book.of(person);
  }

  /** A person's at a provider. */
  public Optional<Identity> at(Provider provider, UUID person) {
    return of(person).stream()
        .filter(each -> each.issuer().equals(provider.issuer().toString()))
        .findFirst();
  }

  public boolean unlink(Provider provider, Person person) {
    return book.remove(person.id(), provider.issuer().toString());
  }
}
