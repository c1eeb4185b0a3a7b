package tenbin.web.passkey;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;

/** The hub's people as Web Authentication knows them: by an id that says nothing of them. */
final class PersonEntities implements PublicKeyCredentialUserEntityRepository {
  private final People people;

  PersonEntities(People people) {
    this.people = people;
  }

  private static PublicKeyCredentialUserEntity entity(Person person) {
    return ImmutablePublicKeyCredentialUserEntity.builder()
        .id(PersonHandle.of(person.id()))
        .name(person.login())
        .displayName(person.login())
        .build();
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
    return PersonHandle.person(id)
        .flatMap(people::find)
        .filter(Person::isActive)
        .map(PersonEntities::entity)
        .orElse(null);
  }

  @Override
  public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
    return people.active(username).map(PersonEntities::entity).orElse(null);
  }

  /** People are made elsewhere. */
  @Override
  public void save(PublicKeyCredentialUserEntity entity) {
    throw new UnsupportedOperationException("people are made by their administrators");
  }

  @Override
  public void delete(Bytes id) {
    throw new UnsupportedOperationException("people are ended by their administrators");
  }
}
