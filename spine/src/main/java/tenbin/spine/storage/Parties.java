package tenbin.spine.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;

/** The short numbers that stand for members in every stored row. Any thread. */
public final class Parties {
  /** Stands for nobody in the circle. */
  public static final int NOBODY = 0;

  private final DataSource source;
  private final Map<MemberId, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, MemberId> members = new ConcurrentHashMap<>();

  public Parties(DataSource source) {
    this.source = source;
  }

  /** The member's number; it gets one when it has none. */
  public int numberOf(MemberId member) {
    Integer known = numbers.get(member);
    return known != null ? known : remember(member, made(member));
  }

  /** The member's number where it ever got one: asking leaves no trace. */
  public Optional<Integer> find(MemberId member) {
    Integer known = numbers.get(member);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Integer> stored = select(member);
    stored.ifPresent(number -> remember(member, number));
    return stored;
  }

  public MemberId memberOf(int number) {
    MemberId known = members.get(number);
    if (known != null) {
      return known;
    }
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select name from party where id = ?")) {
      query.setInt(1, number);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new StorageFailure(StorageFailure.Actor.OPERATOR, "no party " + number);
        }
        MemberId member = new MemberId(row.getString(1));
        remember(member, number);
        return member;
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private int remember(MemberId member, int number) {
    numbers.put(member, number);
    members.put(number, member);
    return number;
  }

  private int made(MemberId member) {
    Optional<Integer> there = select(member);
    if (there.isPresent()) {
      return there.get();
    }
    try (Connection connection = source.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into party (name) values (?) on conflict do nothing")) {
      insert.setString(1, member.text());
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
    return select(member).orElseThrow();
  }

  private Optional<Integer> select(MemberId member) {
    try (Connection connection = source.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select id from party where name = ?")) {
      query.setString(1, member.text());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }
}
