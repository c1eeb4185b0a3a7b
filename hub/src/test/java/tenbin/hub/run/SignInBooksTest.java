package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import tenbin.hub.wiring.PostgresFactorBook;
import tenbin.hub.wiring.PostgresIdentityBook;
import tenbin.hub.wiring.PostgresInvitationBook;
import tenbin.hub.wiring.PostgresPasskeyBook;
import tenbin.hub.wiring.PostgresPersonBook;
import tenbin.hub.wiring.PostgresTokenBook;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.web.factor.Factor;
import tenbin.web.passkey.PersonHandle;
import tenbin.web.provider.Identity;
import tenbin.web.signin.Bound;
import tenbin.web.signin.Invitation;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Token;

/** People, invitations and second factors in the real database. */
class SignInBooksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final Digest HASH = Digest.of("one".getBytes(StandardCharsets.UTF_8));
  private static final Digest CERTIFICATE =
      Digest.of("certificate".getBytes(StandardCharsets.UTF_8));
  private static final Digest OTHER = Digest.of("other".getBytes(StandardCharsets.UTF_8));

  private static Person person(String login, Set<Office> offices) {
    return new Person(
        UUID.randomUUID(), new MemberId("aozora"), login, offices, NOW, Optional.empty());
  }

  @Test
  void people_invitations_and_factors_are_kept_and_each_is_taken_once(@TempDir Path folder)
      throws SQLException {
    try (OwnPostgres server = new OwnPostgres(folder);
        Database database = Database.open(server.url())) {
      PostgresPersonBook people = new PostgresPersonBook(database.dataSource());
      Person aiko = person("aiko", EnumSet.of(Office.CUSTOMER_DESK, Office.READER));
      assertThat(people.add(aiko)).isTrue();
      assertThat(people.add(person("aiko", Office.all()))).as("taken").isFalse();
      assertThat(people.find(aiko.id())).hasValue(aiko);
      assertThat(people.find("aiko").orElseThrow().passwordHash()).isEmpty();
      people.password(aiko.id(), "hash");
      people.offices(aiko.id(), Office.all());
      assertThat(people.find("aiko").orElseThrow().passwordHash()).isEqualTo("hash");
      assertThat(people.everybody())
          .singleElement()
          .satisfies(each -> assertThat(each.offices()).isEqualTo(Office.all()));
      invitations(new PostgresInvitationBook(database.dataSource()), aiko.id());
      factors(
          new PostgresFactorBook(
              database.dataSource(), name -> name.getBytes(StandardCharsets.UTF_8)),
          aiko.id());
      passkeys(new PostgresPasskeyBook(database.dataSource()), aiko.id());
      certificates(new PostgresTokenBook(database.dataSource()));
      Person bun = person("bun", Office.all());
      people.add(bun);
      identities(new PostgresIdentityBook(database.dataSource()), aiko.id(), bun.id());
    }
  }

  private static void certificates(PostgresTokenBook book) {
    Token first = waiting("first");
    Token second = waiting("second");
    book.put(first, HASH);
    book.put(second, OTHER);
    assertThat(book.find(HASH)).hasValue(first);
    assertThat(book.find(CERTIFICATE)).as("not shown").isEmpty();
    assertThat(book.bind(first, NOW)).isTrue();
    assertThat(book.find(HASH)).as("the secret is spent").isEmpty();
    assertThat(book.find(CERTIFICATE).orElseThrow().bound()).hasValue(new Bound(CERTIFICATE, true));
    assertThat(book.bind(second, NOW)).as("another goes by it").isFalse();
    book.revoke(first.member(), first.id(), NOW);
    assertThat(book.bind(second, NOW)).isTrue();
    assertThat(book.find(CERTIFICATE).orElseThrow().id()).isEqualTo(second.id());
    assertThat(book.all()).hasSize(2);
  }

  private static Token waiting(String title) {
    return new Token(
        UUID.randomUUID(),
        new MemberId("aozora"),
        title,
        EnumSet.of(Scope.PULL),
        NOW,
        NOW.plusSeconds(60),
        Optional.empty(),
        Optional.of(new Bound(CERTIFICATE, false)));
  }

  private static void identities(PostgresIdentityBook book, UUID one, UUID other) {
    Identity linked = new Identity("https://sso.example", "s-1", one, "aiko", NOW);
    assertThat(book.add(linked)).isTrue();
    assertThat(book.add(linked)).as("twice").isFalse();
    assertThat(book.add(new Identity("https://sso.example", "s-1", other, "", NOW)))
        .as("somebody else's")
        .isFalse();
    assertThat(book.add(new Identity("https://sso.example", "s-2", one, "", NOW)))
        .as("a second one there")
        .isFalse();
    assertThat(book.add(new Identity("https://other.example", "s-1", other, "", NOW))).isTrue();
    assertThat(book.find("https://sso.example", "s-1")).hasValue(linked);
    assertThat(book.find("https://sso.example", "s-2")).isEmpty();
    assertThat(book.of(one)).containsExactly(linked);
    assertThat(book.remove(other, "https://sso.example")).isFalse();
    assertThat(book.remove(one, "https://sso.example")).isTrue();
    assertThat(book.of(one)).isEmpty();
  }

  private static void passkeys(PostgresPasskeyBook book, UUID person) {
    Bytes whose = PersonHandle.of(person);
    ImmutableCredentialRecord made =
        ImmutableCredentialRecord.builder()
            .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
            .credentialId(new Bytes(new byte[] {1, 2, 3}))
            .userEntityUserId(whose)
            .publicKey(new ImmutablePublicKeyCose(new byte[] {4, 5}))
            .signatureCount(6)
            .uvInitialized(true)
            .transports(Set.of(AuthenticatorTransport.INTERNAL, AuthenticatorTransport.HYBRID))
            .backupEligible(true)
            .backupState(false)
            .label("laptop")
            .created(NOW)
            .lastUsed(NOW)
            .build();
    book.save(made);
    assertThat(book.findByUserId(whose)).singleElement().usingRecursiveComparison().isEqualTo(made);
    book.save(
        ImmutableCredentialRecord.fromCredentialRecord(made)
            .signatureCount(7)
            .lastUsed(NOW.plusSeconds(9))
            .build());
    CredentialRecord later =
        Objects.requireNonNull(book.findByCredentialId(made.getCredentialId()));
    assertThat(later.getSignatureCount()).isEqualTo(7);
    assertThat(later.getLastUsed()).isEqualTo(NOW.plusSeconds(9));
    book.delete(made.getCredentialId());
    assertThat(book.findByCredentialId(made.getCredentialId())).isNull();
    assertThat(book.findByUserId(whose)).isEmpty();
  }

  private static void invitations(PostgresInvitationBook book, UUID person) {
    book.put(new Invitation(person, "person:admin", NOW.plusSeconds(60)), HASH);
    assertThat(book.find(HASH, NOW)).isPresent();
    assertThat(book.find(HASH, NOW.plusSeconds(60))).as("over").isEmpty();
    book.put(new Invitation(person, "person:admin", NOW.plusSeconds(60)), OTHER);
    assertThat(book.find(HASH, NOW)).as("a newer one is there").isEmpty();
    assertThat(book.use(OTHER, NOW)).isTrue();
    assertThat(book.use(OTHER, NOW)).isFalse();
    assertThat(book.find(OTHER, NOW)).isEmpty();
  }

  private static void factors(PostgresFactorBook book, UUID person) {
    book.put(new Factor(person, "nonce", NOW, Optional.empty(), 0, 0));
    assertThat(book.take(person, 7)).isTrue();
    assertThat(book.take(person, 7)).isFalse();
    assertThat(book.take(person, 6)).isFalse();
    assertThat(book.takeRecovery(person, 3)).isTrue();
    assertThat(book.takeRecovery(person, 3)).isFalse();
    book.confirm(person, NOW);
    assertThat(book.find(person))
        .hasValue(new Factor(person, "nonce", NOW, Optional.of(NOW), 7, 1 << 3));
    assertThat(book.derive(person, "use")).asString().isEqualTo(person + " use");
    book.put(new Factor(person, "next", NOW, Optional.empty(), 0, 0));
    assertThat(book.find(person).orElseThrow().confirmedAt()).as("begun anew").isEmpty();
    book.remove(person);
    assertThat(book.find(person)).isEmpty();
  }
}
