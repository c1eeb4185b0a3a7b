package tenbin.spine.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The hub's database, migrated and ready: the embedded one or one of the operator's. Any thread.
 */
public final class Database implements AutoCloseable {
  /** Two ingest connections, the rest for pages and pulls; PostgreSQL spends 5-10 MB on each. */
  private static final int CONNECTIONS = 12;

  private final HikariDataSource pool;
  private final Optional<EmbeddedPostgres> server;

  private Database(HikariDataSource pool, Optional<EmbeddedPostgres> server) {
    this.pool = pool;
    this.server = server;
  }

  /** The server that lives in the folder, started and migrated. */
  public static Database embedded(Path folder) {
    EmbeddedPostgres server = EmbeddedPostgres.start(folder);
    try {
      HikariConfig config = config(server.url());
      config.setUsername(server.user());
      config.setPassword(server.password());
      return migrated(new HikariDataSource(config), Optional.of(server));
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /**
   * A PostgreSQL that somebody else runs, migrated.
   *
   * @param url "jdbc:postgresql://host/database?user=..." or "postgresql://user:password@host/name"
   */
  public static Database open(String url) {
    return migrated(new HikariDataSource(configOf(url)), Optional.empty());
  }

  private static HikariConfig configOf(String url) {
    if (url.startsWith("jdbc:")) {
      return configOfDriver(url);
    }
    URI uri = uri(url);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    HikariConfig config =
        config("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query);
    String[] login = (uri.getUserInfo() == null ? "" : uri.getUserInfo()).split(":", 2);
    if (!login[0].isEmpty()) {
      config.setUsername(login[0]);
    }
    if (login.length > 1) {
      config.setPassword(login[1]);
    }
    return config;
  }

  /** What is no address is not repeated: it may hold a password. */
  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException wrong) {
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, "not a database's address: " + wrong.getReason());
    }
  }

  /** User and password go beside the URL, so that no message of driver or pool repeats them. */
  private static HikariConfig configOfDriver(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StorageFailure(
          StorageFailure.Actor.OPERATOR, "not the address of a PostgreSQL: jdbc:postgresql://...");
    }
    int mark = url.indexOf('?');
    HikariConfig config = new HikariConfig();
    List<String> rest = new ArrayList<>();
    String query = mark < 0 ? "" : url.substring(mark + 1);
    for (String each : query.split("&", -1)) {
      if (each.startsWith("user=")) {
        config.setUsername(decoded(each));
      } else if (each.startsWith("password=")) {
        config.setPassword(decoded(each));
      } else if (!each.isEmpty()) {
        rest.add(each);
      }
    }
    String bare = mark < 0 ? url : url.substring(0, mark);
    return pooled(config, rest.isEmpty() ? bare : bare + "?" + String.join("&", rest));
  }

  private static String decoded(String parameter) {
    return URLDecoder.decode(
        parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
  }

  private static HikariConfig config(String url) {
    return pooled(new HikariConfig(), url);
  }

  private static HikariConfig pooled(HikariConfig config, String url) {
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName("tenbin");
    return config;
  }

  private static Database migrated(HikariDataSource pool, Optional<EmbeddedPostgres> server) {
    try {
      // Rooms bring migrations of their own, each about its own tables: a lower number may come
      // late.
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:tenbin/db")
          .outOfOrder(true)
          .load()
          .migrate();
      return new Database(pool, server);
    } catch (RuntimeException failed) {
      pool.close();
      throw failed;
    }
  }

  public DataSource dataSource() {
    return pool;
  }

  /** A unit of work on one connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Runs the work in one transaction: all of it is durable when this returns, or none. */
  public <T> T transact(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return transact(connection, work);
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  static <T> T transact(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    }
  }

  /** What a failed statement means to whoever operates the hub. */
  public static StorageFailure failure(SQLException failed) {
    return new StorageFailure(
        StorageFailure.Actor.RETRY, "the database says: " + failed.getMessage(), failed);
  }

  @Override
  public void close() {
    pool.close();
    server.ifPresent(EmbeddedPostgres::close);
  }
}
