package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.spine.ledger.evidence.Anchor;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Places;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.Seal;

/**
 * A party that has a tree: whoever received something, and whomever it was about.
 *
 * @param id its number inside the hub
 * @param party its name; empty once it is forgotten
 * @param salt opens the commitment to the name
 * @param key seals what its leaves commit to; empty once it is destroyed
 * @param named the commitment
 * @param place where it stands under every head
 */
record PartyTree(
    int id,
    Optional<String> party,
    Optional<byte[]> salt,
    Optional<byte[]> key,
    Hash named,
    int place) {
  private static final int SALT_BYTES = 16;
  private static final String SELECT = "select id, party, salt, key, named, place from ledger_tree";

  /** A tree for a party that had none; its place looks random to who has not the hub's secret. */
  static PartyTree plant(Connection connection, HubSecret secret, String party)
      throws SQLException {
    byte[] salt = Seal.random(SALT_BYTES);
    byte[] key = Seal.random(Seal.KEY_BYTES);
    Hash named = Hash.tryParse(Anchor.named(salt, party)).orElseThrow();
    PartyTree tree =
        new PartyTree(
            nextId(connection),
            Optional.of(party),
            Optional.of(salt),
            Optional.of(key),
            named,
            place(connection, secret, party));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_tree (id, party, salt, key, named, place)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, tree.id);
      insert.setString(2, party);
      insert.setBytes(3, salt);
      insert.setBytes(4, wrapping(secret).seal(key));
      insert.setBytes(5, named.bytes());
      insert.setInt(6, tree.place);
      insert.executeUpdate();
    }
    return tree;
  }

  private static int nextId(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select coalesce(max(id), 0) + 1 from ledger_tree");
        ResultSet row = query.executeQuery()) {
      row.next();
      int id = row.getInt(1);
      if (id > Places.COUNT / 2) {
        throw new IllegalStateException("more parties than half of the places");
      }
      return id;
    }
  }

  private static int place(Connection connection, HubSecret secret, String party)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from ledger_tree where place = ?")) {
      for (int attempt = 0; ; attempt++) {
        byte[] keyed = secret.key("ledger-place", attempt + "\0" + party);
        int place = java.nio.ByteBuffer.wrap(keyed).getInt() & Places.COUNT - 1;
        query.setInt(1, place);
        try (ResultSet row = query.executeQuery()) {
          if (!row.next()) {
            return place;
          }
        }
      }
    }
  }

  static Optional<PartyTree> find(Connection connection, HubSecret secret, String party)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + " where party = ?")) {
      query.setString(1, party);
      return read(query, secret).stream().findFirst();
    }
  }

  static List<PartyTree> all(Connection connection, HubSecret secret) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + " order by id")) {
      return read(query, secret);
    }
  }

  private static List<PartyTree> read(PreparedStatement query, HubSecret secret)
      throws SQLException {
    Seal wrapping = wrapping(secret);
    List<PartyTree> all = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        all.add(
            new PartyTree(
                row.getInt(1),
                Optional.ofNullable(row.getString(2)),
                Optional.ofNullable(row.getBytes(3)),
                Optional.ofNullable(row.getBytes(4)).flatMap(wrapping::open),
                Hash.of(row.getBytes(5)),
                row.getInt(6)));
      }
    }
    return all;
  }

  private static Seal wrapping(HubSecret secret) {
    return new Seal(secret.key("ledger-keys", ""));
  }

  Optional<Seal> seal() {
    return key.map(Seal::new);
  }
}
