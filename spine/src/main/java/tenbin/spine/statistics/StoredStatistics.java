package tenbin.spine.statistics;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.RowDecoder;

/** Statistics in the database: published day by day, read as they were published. Any thread. */
public final class StoredStatistics implements StatisticsBook {
  /**
   * Days between a day's end and its publication. Feeds bring a day's rows on the next one; what
   * comes later is never counted, as a number that grew by one row would tell that row.
   */
  public static final int LAG_DAYS = 2;

  /** So far back a hub publishes that was stopped or has just begun. */
  static final int BACK_DAYS = 31;

  /** Ten years, as the core pack keeps statistics. */
  private static final int KEPT_DAYS = 3_650;

  private static final String KIND = "statistic";

  private final Means means;
  private final RowDecoder decoder;

  /**
   * What statistics rest on.
   *
   * @param balance as it stands at the moment it is asked for
   * @param key of what a recipient sees
   */
  public record Means(
      Database database,
      Parties parties,
      Supplier<Balance> balance,
      Function<MemberId, RecipientKey> key,
      Clock clock) {}

  public StoredStatistics(Means means) {
    this.means = means;
    this.decoder = new RowDecoder(means.parties());
  }

  /**
   * Publishes the days that are due, each in a transaction of its own; returns how many. While
   * nobody may read any number none is published, so that those days wait for a ground.
   */
  public int publish() {
    LocalDate last = today().minusDays(LAG_DAYS);
    List<LocalDate> due = new ArrayList<>();
    for (int back = BACK_DAYS - 1; back >= 0; back--) {
      due.add(last.minusDays(back));
    }
    due.removeAll(means.database().transact(this::known));
    if (!due.isEmpty()) {
      Balance balance = means.balance().get();
      Audience audience = audience(balance);
      if (audience.readers().isEmpty()) {
        return 0;
      }
      due.forEach(day ->
          means.database().transact(connection -> publish(connection, day, balance, audience)));
    }
    return due.size();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(means.clock().instant(), ZoneOffset.UTC);
  }

  private Set<LocalDate> known(Connection connection) throws SQLException {
    Set<LocalDate> days = new java.util.HashSet<>();
    try (PreparedStatement old =
            connection.prepareStatement("delete from statistic_day where day < ?");
        PreparedStatement query = connection.prepareStatement("select day from statistic_day")) {
      old.setObject(1, today().minusDays(KEPT_DAYS));
      old.executeUpdate();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          days.add(row.getObject(1, LocalDate.class));
        }
      }
    }
    return days;
  }

  /** Whom the policy in force lets have numbers of whose rows. */
  private Audience audience(Balance balance) {
    Map<MemberId, Plan> plans = new HashMap<>();
    List<MemberId> members = balance.policy().circle().members().stream().map(Member::id).toList();
    for (MemberId member : members) {
      Request request =
          new Request(member, Purpose.STATISTICS, Outlet.API, means.clock().instant());
      plans.put(member, balance.plan(request, means.key().apply(member)));
    }
    Figure any = new Figure(today(), Figure.ALL_CLASSES, "", 0, 0);
    return Audience.of(
        members,
        (reader, holder, marking) ->
            plans.containsKey(reader)
                && decided(plans.get(reader), any, holder, marking).isPresent());
  }

  /** A number as something that a holder knows. */
  private static Optional<Disclosure> decided(
      Plan plan, Figure figure, MemberId holder, Tlp marking) {
    Item.Told told =
        new Item.Told(
            KIND,
            figure.name(),
            holder,
            marking,
            List.of(),
            List.of(new Item.Fact(figure.fact(), Category.C0, figure.text())));
    return plan.decide(told) instanceof Decision.Released(Disclosure disclosure)
        ? Optional.of(disclosure)
        : Optional.empty();
  }

  private int publish(Connection connection, LocalDate day, Balance balance, Audience audience)
      throws SQLException {
    Circle circle = balance.policy().circle();
    DayRows rows =
        new DayRows(decoder, circle, balance.sectors(), audience, means.clock().instant());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into statistic_day values (?, ?, ?, ?, ?) on conflict do nothing")) {
      insert.setObject(1, day);
      insert.setTimestamp(2, Timestamp.from(means.clock().instant()));
      insert.setString(3, balance.policy().grounds().version());
      insert.setArray(4, texts(connection, audience.holders()));
      insert.setArray(5, texts(connection, audience.readers().stream().sorted().toList()));
      if (insert.executeUpdate() == 0) {
        return 0;
      }
    }
    List<Cells.Told> cells = Cells.of(day, rows.of(connection, day));
    for (Cells.Told each : cells) {
      insert(connection, each);
    }
    return cells.size();
  }

  private static Array texts(Connection connection, List<MemberId> members) throws SQLException {
    return connection.createArrayOf("text", members.stream().map(MemberId::text).toArray());
  }

  private static void insert(Connection connection, Cells.Told cell) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into statistic_cell values (?, ?, ?, ?, ?)")) {
      insert.setObject(1, cell.figure().day());
      insert.setString(2, cell.figure().name());
      insert.setLong(3, cell.figure().asn());
      insert.setLong(4, cell.figure().rows());
      insert.setArray(5, connection.createArrayOf("text", cell.places().toArray()));
      insert.executeUpdate();
    }
  }

  @Override
  public List<Disclosure> told(Plan viewer, Days days) {
    MemberId reader = viewer.request().recipient();
    List<Published> published =
        means.database().transact(connection -> PublishedRows.read(connection, reader, days));
    Circle circle = means.balance().get().policy().circle();
    List<Disclosure> told = new ArrayList<>();
    for (Published day : published) {
      Set<Long> own =
          Set.copyOf(
              DayRows.systems(circle, reader, day.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
      for (Figure figure : day.figures()) {
        if (figure.asn() == 0 || own.contains(figure.asn())) {
          decided(viewer, figure, day.counted(), circle.unmarked()).ifPresent(told::add);
        }
      }
    }
    return told;
  }

  /**
   * A published number stays while any of those whose rows were counted lets its reader have
   * numbers: who takes that back takes back what comes, not what went (DISCLOSURE section 8).
   */
  private static Optional<Disclosure> decided(
      Plan viewer, Figure figure, List<MemberId> counted, Tlp marking) {
    return counted.stream()
        .filter(holder -> !holder.equals(viewer.request().recipient()))
        .map(holder -> decided(viewer, figure, holder, marking))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public List<LocalDate> published(Plan viewer, Days days) {
    MemberId reader = viewer.request().recipient();
    Circle circle = means.balance().get().policy().circle();
    Figure any = new Figure(days.from(), Figure.ALL_CLASSES, "", 0, 0);
    return means
        .database()
        .transact(connection -> PublishedRows.read(connection, reader, days))
        .stream()
        .filter(day -> decided(viewer, any, day.counted(), circle.unmarked()).isPresent())
        .map(Published::day)
        .toList();
  }
}
