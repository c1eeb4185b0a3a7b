package tenbin.spine.portal;

import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Statements;

/**
 * Organisations and links in PostgreSQL: the tables of {@code V9__portal.sql}. A secret is keyed by
 * the hub and bound to its link (HMAC), so whoever copies the database has none; the table keeps
 * its digest.
 */
public final class StoredPortal implements PortalBook {
  private static final String LINK =
      "select l.id, l.customer, l.task, l.code, l.made_by, l.made_at, l.expires_at, l.ended_at,"
          + " l.last_used from portal_link l ";
  private static final String CUSTOMER =
      "select id, desk, name, mail, made_at, ended_at from customer ";
  private static final int CODES = 1_000_000;
  private static final int ID_LETTERS = 10;

  private final Statements database;
  private final Tokens tokens;
  private final Clock clock;
  private final RandomGenerator random;

  public StoredPortal(DataSource source, Tokens tokens, Clock clock) {
    this(source, tokens, clock, new SecureRandom());
  }

  StoredPortal(DataSource source, Tokens tokens, Clock clock, RandomGenerator random) {
    this.database = new Statements(source);
    this.tokens = tokens;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public Customer add(MemberId desk, String name, String mail) {
    MemberId id = new MemberId(Customer.PREFIX + letters());
    Customer made = new Customer(id, desk, name, mail, clock.instant(), Optional.empty());
    database.run(
        "insert into customer (id, desk, name, mail, made_at) values (?, ?, ?, ?, ?)",
        insert -> {
          insert.setString(1, id.text());
          insert.setString(2, desk.text());
          insert.setString(3, name);
          insert.setString(4, mail);
          insert.setObject(5, time(made.madeAt()));
          return insert.executeUpdate();
        });
    return made;
  }

  /** Of nothing that anybody could guess: neither the name nor how many there are. */
  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < ID_LETTERS; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  @Override
  public List<Customer> of(MemberId desk) {
    return database.run(
        CUSTOMER + "where desk = ? order by ended_at is not null, name, id",
        query -> {
          query.setString(1, desk.text());
          return customers(query);
        });
  }

  @Override
  public Optional<Customer> find(MemberId customer) {
    return database.run(
        CUSTOMER + "where id = ?",
        query -> {
          query.setString(1, customer.text());
          return customers(query).stream().findFirst();
        });
  }

  private static List<Customer> customers(PreparedStatement query) throws SQLException {
    List<Customer> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new Customer(
                new MemberId(row.getString(1)),
                new MemberId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                instant(row, 5).orElseThrow(),
                instant(row, 6)));
      }
    }
    return found;
  }

  @Override
  public void end(MemberId customer) {
    database.run(
        "update customer set ended_at = ? where id = ? and ended_at is null",
        update -> {
          update.setObject(1, time(clock.instant()));
          update.setString(2, customer.text());
          return update.executeUpdate();
        });
  }

  @Override
  public Issued issue(Order order) {
    if (order.holds().isNegative() || order.holds().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a link holds for a year at most");
    }
    UUID id = new UUID(random.nextLong(), random.nextLong());
    String secret = tokens.token("portal", id.toString());
    Optional<String> code =
        order.coded()
            ? Optional.of(String.format("%06d", random.nextInt(CODES)))
            : Optional.empty();
    Instant now = clock.instant();
    PortalLink link =
        new PortalLink(
            id,
            order.customer(),
            order.task(),
            order.coded(),
            order.madeBy(),
            now,
            now.plus(order.holds()),
            Optional.empty(),
            Optional.empty());
    insert(link, secret, code);
    return new Issued(link, secret, code);
  }

  private void insert(PortalLink link, String secret, Optional<String> code) {
    database.run(
        "insert into portal_link (id, digest, customer, task, code, made_by, made_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        insert -> {
          insert.setObject(1, link.id());
          insert.setBytes(2, digest(secret));
          insert.setString(3, link.customer().text());
          insert.setObject(4, link.task().orElse(null));
          insert.setBytes(5, code.map(each -> codeDigest(link.id(), each)).orElse(null));
          insert.setString(6, link.madeBy());
          insert.setObject(7, time(link.madeAt()));
          insert.setObject(8, time(link.expiresAt()));
          return insert.executeUpdate();
        });
  }

  /** Six digits are guessed from a plain digest in a moment, so it is keyed. */
  private byte[] codeDigest(UUID link, String code) {
    return tokens.secret("portal-code", link.toString(), code);
  }

  private static byte[] digest(String secret) {
    return Digest.start().digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Override
  public List<PortalLink> linksOf(MemberId customer) {
    return database.run(
        LINK + "where l.customer = ? order by l.made_at desc, l.id",
        query -> {
          query.setString(1, customer.text());
          return links(query);
        });
  }

  private static List<PortalLink> links(PreparedStatement query) throws SQLException {
    List<PortalLink> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new PortalLink(
                row.getObject(1, UUID.class),
                new MemberId(row.getString(2)),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                row.getBytes(4) != null,
                row.getString(5),
                instant(row, 6).orElseThrow(),
                instant(row, 7).orElseThrow(),
                instant(row, 8),
                instant(row, 9)));
      }
    }
    return found;
  }

  @Override
  public void revoke(UUID link) {
    database.run(
        "update portal_link set ended_at = ? where id = ? and ended_at is null",
        update -> {
          update.setObject(1, time(clock.instant()));
          update.setObject(2, link);
          return update.executeUpdate();
        });
  }

  @Override
  public Knock knock(String secret, String code) {
    if (!Tokens.looksRight(secret)) {
      return new Knock.Shut();
    }
    Optional<PortalLink> link =
        database.run(
            LINK + "where l.digest = ?",
            query -> {
              query.setBytes(1, digest(secret));
              return links(query).stream().findFirst();
            });
    Optional<Knock.Open> open = link.flatMap(each -> open(each.id()));
    if (open.isEmpty()) {
      return new Knock.Shut();
    }
    UUID id = open.get().link().id();
    if (open.get().link().coded() && !takes(id, code)) {
      return new Knock.CodeWanted();
    }
    used(id);
    return open.get();
  }

  /** Counted in the same step, so that many at once have no more guesses than one. */
  private boolean takes(UUID link, String code) {
    if (code.isBlank()) {
      return false;
    }
    byte[] given = codeDigest(link, code.strip());
    return database.run(
        "update portal_link set failures = failures + 1,"
            + " ended_at = case when code <> ? and failures + 1 >= ? then ? else ended_at end"
            + " where id = ? and failures < ? returning code = ?",
        update -> {
          update.setBytes(1, given);
          update.setInt(2, MOST_FAILURES);
          update.setObject(3, time(clock.instant()));
          update.setObject(4, link);
          update.setInt(5, MOST_FAILURES);
          update.setBytes(6, given);
          try (ResultSet row = update.executeQuery()) {
            return row.next() && row.getBoolean(1);
          }
        });
  }

  private void used(UUID link) {
    database.run(
        "update portal_link set last_used = ?, failures = 0 where id = ?",
        update -> {
          update.setObject(1, time(clock.instant()));
          update.setObject(2, link);
          return update.executeUpdate();
        });
  }

  @Override
  public Optional<Knock.Open> open(UUID link) {
    Instant now = clock.instant();
    return database
        .run(
            LINK + "where l.id = ?",
            query -> {
              query.setObject(1, link);
              return links(query).stream().findFirst();
            })
        .filter(each -> each.holdsAt(now))
        .flatMap(each ->
            find(each.customer())
                .filter(Customer::isActive)
                .map(customer -> new Knock.Open(each, customer)));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
