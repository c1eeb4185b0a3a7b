package tenbin.hub.wiring;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import tenbin.web.passkey.PersonHandle;

/** Passkeys in the hub's database. */
public final class PostgresPasskeyBook implements UserCredentialRepository {
  private static final String SELECT =
      "select credential, person, public_key, signatures, verified, transports, backup_eligible,"
          + " backed_up, attestation, client_data, label, made_at, used_at from passkey where ";

  private final DataSource database;

  public PostgresPasskeyBook(DataSource database) {
    this.database = database;
  }

  /** Who has a handle that is no person's has no passkey here. */
  private static UUID person(Bytes handle) {
    return PersonHandle.person(handle)
        .orElseThrow(() -> new IllegalArgumentException("no handle of a person"));
  }

  @Override
  public void delete(Bytes credentialId) {
    Sql.run(
        database,
        "delete from passkey where credential = ?",
        statement -> {
          statement.setString(1, credentialId.toBase64UrlString());
          return statement.executeUpdate();
        });
  }

  @Override
  public void save(CredentialRecord record) {
    Sql.run(
        database,
        "insert into passkey (credential, person, public_key, signatures, verified, transports,"
            + " backup_eligible, backed_up, attestation, client_data, label, made_at, used_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (credential) do update set signatures = excluded.signatures,"
            + " verified = excluded.verified, backed_up = excluded.backed_up,"
            + " used_at = excluded.used_at",
        statement -> {
          fill(statement, record);
          return statement.executeUpdate();
        });
  }

  private static void fill(PreparedStatement statement, CredentialRecord record)
      throws SQLException {
    statement.setString(1, record.getCredentialId().toBase64UrlString());
    statement.setObject(2, person(record.getUserEntityUserId()));
    statement.setBytes(3, record.getPublicKey().getBytes());
    statement.setLong(4, record.getSignatureCount());
    statement.setBoolean(5, record.isUvInitialized());
    statement.setString(
        6,
        record.getTransports().stream()
            .map(AuthenticatorTransport::getValue)
            .sorted()
            .collect(Collectors.joining(" ")));
    statement.setBoolean(7, record.isBackupEligible());
    statement.setBoolean(8, record.isBackupState());
    statement.setBytes(9, bytes(record.getAttestationObject()));
    statement.setBytes(10, bytes(record.getAttestationClientDataJSON()));
    statement.setString(11, record.getLabel());
    statement.setObject(12, Sql.time(record.getCreated()));
    statement.setObject(13, Sql.time(record.getLastUsed()));
  }

  private static byte @Nullable [] bytes(@Nullable Bytes some) {
    return some == null ? null : some.getBytes();
  }

  @Override
  public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
    return Sql.run(
            database,
            SELECT + "credential = ?",
            statement -> {
              statement.setString(1, credentialId.toBase64UrlString());
              return records(statement).stream().findFirst();
            })
        .orElse(null);
  }

  @Override
  public List<CredentialRecord> findByUserId(Bytes userId) {
    return Sql.run(
        database,
        SELECT + "person = ? order by made_at, credential",
        statement -> {
          statement.setObject(1, person(userId));
          return records(statement);
        });
  }

  private static List<CredentialRecord> records(PreparedStatement statement) throws SQLException {
    List<CredentialRecord> all = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(record(row));
      }
    }
    return all;
  }

  private static CredentialRecord record(ResultSet row) throws SQLException {
    ImmutableCredentialRecord.ImmutableCredentialRecordBuilder builder =
        ImmutableCredentialRecord.builder()
            .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
            .credentialId(Bytes.fromBase64(row.getString(1)))
            .userEntityUserId(PersonHandle.of(row.getObject(2, UUID.class)))
            .publicKey(new ImmutablePublicKeyCose(row.getBytes(3)))
            .signatureCount(row.getLong(4))
            .uvInitialized(row.getBoolean(5))
            .transports(transports(row.getString(6)))
            .backupEligible(row.getBoolean(7))
            .backupState(row.getBoolean(8))
            .label(row.getString(11))
            .created(Sql.instant(row, 12).orElse(Instant.EPOCH))
            .lastUsed(Sql.instant(row, 13).orElse(Instant.EPOCH));
    Optional.ofNullable(row.getBytes(9)).map(Bytes::new).ifPresent(builder::attestationObject);
    Optional.ofNullable(row.getBytes(10))
        .map(Bytes::new)
        .ifPresent(builder::attestationClientDataJSON);
    return builder.build();
  }

  private static Set<AuthenticatorTransport> transports(String words) {
    return Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(AuthenticatorTransport::valueOf)
        .collect(Collectors.toSet());
  }
}
