package tenbin.desks.routes.book;

import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Statements;

/** Incidents in PostgreSQL: the tables of {@code V33__routes.sql}. */
final class StoredIncidents implements IncidentBook {
  private final DataSource source;
  private final Statements database;
  private final Statistics statistics;

  StoredIncidents(DataSource source) {
    this.source = source;
    this.database = new Statements(source);
    this.statistics = new Statistics(source);
  }

  @Override
  public void notice(Notice notice) {
    Transaction.run(
        source,
        connection -> {
          IncidentRows.put(connection, notice.incident());
          try (PreparedStatement worth =
              connection.prepareStatement("update route_incident set worth = true where id = ?")) {
            worth.setObject(1, notice.incident().id());
            worth.executeUpdate();
          }
        });
  }

  @Override
  public void stands(Incident incident, List<Affected> changed) {
    Transaction.run(
        source,
        connection -> {
          IncidentRows.put(connection, incident);
          PrefixRows.put(connection, incident.id(), changed);
        });
    statistics.written(changed.size());
  }

  @Override
  public void seen(Incident incident, List<PathSeen> steps) {
    Transaction.run(
        source,
        connection -> {
          IncidentRows.put(connection, incident);
          StepRows.put(connection, incident.id(), steps);
        });
    statistics.written(steps.size());
  }

  @Override
  public Optional<Incident> incident(UUID id) {
    return database
        .run(
            IncidentRows.SELECT + "where id = ?",
            query -> {
              query.setObject(1, id);
              return IncidentRows.read(query);
            })
        .stream()
        .findFirst();
  }

  @Override
  public Optional<Glimpse> glimpse(UUID id, Optional<MemberId> member) {
    return database
        .run(
            GlimpseRows.select(member.isPresent() ? GlimpseRows.OF_MEMBER : "") + "where id = ?",
            query -> {
              int place = 1;
              if (member.isPresent()) {
                query.setString(place++, member.get().text());
              }
              query.setObject(place, id);
              return Statements.rows(query, GlimpseRows::read);
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<Glimpse> newest(int most) {
    return database.run(
        GlimpseRows.select("") + GlimpseRows.NEWEST,
        query -> {
          query.setInt(1, most);
          return Statements.rows(query, GlimpseRows::read);
        });
  }

  @Override
  public List<Glimpse> touching(MemberId member, int most) {
    return glimpses(
        GlimpseRows.select(GlimpseRows.OF_MEMBER)
            + "where id in (select incident from route_impact where member = ?) ",
        member.text(),
        most);
  }

  @Override
  public List<Glimpse> witnessed(Owner owner, int most) {
    return glimpses(
        GlimpseRows.select(GlimpseRows.SEEN_BY)
            + "where id in (select incident from route_vantage where owner = ?) ",
        owner.text(),
        most);
  }

  private List<Glimpse> glimpses(String select, String whose, int most) {
    return database.run(
        select + GlimpseRows.NEWEST,
        query -> {
          query.setString(1, whose);
          query.setString(2, whose);
          query.setInt(3, most);
          return Statements.rows(query, GlimpseRows::read);
        });
  }

  @Override
  public Optional<Glimpse> witnessed(UUID id, Owner owner) {
    return database
        .run(
            GlimpseRows.select(GlimpseRows.SEEN_BY)
                + "where id = ? and exists (select from route_vantage v where v.incident = id"
                + " and v.owner = ?)",
            query -> {
              query.setString(1, owner.text());
              query.setObject(2, id);
              query.setString(3, owner.text());
              return Statements.rows(query, GlimpseRows::read);
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<UUID> ids(int skip, int most) {
    return database.run(
        "select id from route_incident order by last_at desc, id offset ? limit ?",
        query -> {
          query.setInt(1, skip);
          query.setInt(2, most);
          return Statements.rows(query, row -> row.getObject(1, UUID.class));
        });
  }

  @Override
  public List<Change> changes(long after, int most) {
    return database.run(
        IncidentRows.SELECT + "where change > ? order by change limit ?",
        query -> {
          query.setLong(1, after);
          query.setInt(2, most);
          return Statements.rows(
              query,
              row ->
                  new Change(
                      row.getLong("change"), IncidentRows.read(row), row.getBoolean("worth")));
        });
  }

  @Override
  public List<Version> versions(UUID incident) {
    return database.run(
        "select at, state, prefixes, now, vantages, score from route_version"
            + " where incident = ? order by number",
        query -> {
          query.setObject(1, incident);
          return Statements.rows(query, IncidentRows::version);
        });
  }

  @Override
  public List<Sighted> prefixes(Slice slice) {
    return database.run(PrefixRows.question(slice), query -> PrefixRows.read(query, slice));
  }

  @Override
  public Extent extent(Share share) {
    return database
        .run(ShareRows.EXTENT, query -> ShareRows.rows(query, share, ShareRows::extent))
        .getFirst();
  }

  @Override
  public List<Impact> impact(Share share) {
    return database.run(ShareRows.IMPACT, query -> ShareRows.rows(query, share, ShareRows::impact));
  }

  @Override
  public List<Growth> growth(Share share) {
    return Growth.thinned(
        database.run(ShareRows.GROWTH, query -> ShareRows.rows(query, share, ShareRows::growth)));
  }

  @Override
  public Steps steps(UUID incident) {
    List<PathSeen> kept =
        database.run(
            "select at, feed, asn, host(address) as address, prefix, path from route_step"
                + " where incident = ? order by at, number",
            query -> {
              query.setObject(1, incident);
              return Statements.rows(query, StepRows::read);
            });
    long cut =
        database
            .run(
                "select steps_cut from route_incident where id = ?",
                query -> {
                  query.setObject(1, incident);
                  return Statements.rows(query, row -> row.getLong(1));
                })
            .stream()
            .findFirst()
            .orElse(0L);
    return new Steps(kept, cut);
  }

  @Override
  public void did(Deed deed) {
    database.run(
        "insert into route_act (incident, member, person, at, act, reason)"
            + " values (?, ?, ?, ?, ?, ?)",
        insert -> {
          insert.setObject(1, deed.incident());
          insert.setString(2, deed.member().text());
          insert.setString(3, deed.person());
          insert.setObject(4, Cells.time(deed.at()));
          insert.setString(5, deed.act().name());
          insert.setString(6, deed.reason());
          return insert.executeUpdate();
        });
  }

  @Override
  public List<Deed> deeds(UUID incident, MemberId member) {
    return database.run(
        "select person, at, act, reason from route_act"
            + " where incident = ? and member = ? order by number",
        query -> {
          query.setObject(1, incident);
          query.setString(2, member.text());
          return Statements.rows(
              query,
              row ->
                  new Deed(
                      incident,
                      member,
                      row.getString("person"),
                      Cells.instant(row, "at"),
                      Deed.Act.valueOf(row.getString("act")),
                      row.getString("reason")));
        });
  }
}
