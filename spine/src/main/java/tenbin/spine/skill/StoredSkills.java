package tenbin.spine.skill;

import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Statements;

/** Skills in PostgreSQL: a table of {@code V28__groups.sql}. */
final class StoredSkills implements SkillBook {
  private final Statements database;

  StoredSkills(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public boolean add(Skill skill) {
    return database.run(
            "insert into skill (id, member, person, at, what, note)"
                + " select ?, ?, ?, ?, ?, ? where (select count(*) from skill where member = ?) < ?"
                + " on conflict (id) do update set id = excluded.id",
            insert -> {
              insert.setObject(1, skill.id());
              insert.setString(2, skill.member().text());
              insert.setString(3, skill.person());
              insert.setObject(4, skill.at().atOffset(ZoneOffset.UTC));
              insert.setString(5, skill.what());
              insert.setString(6, skill.note());
              insert.setString(7, skill.member().text());
              insert.setInt(8, MOST_OF_ONE);
              return insert.executeUpdate();
            })
        == 1;
  }

  @Override
  public boolean remove(MemberId member, UUID id) {
    return database.run(
            "delete from skill where id = ? and member = ?",
            delete -> {
              delete.setObject(1, id);
              delete.setString(2, member.text());
              return delete.executeUpdate();
            })
        == 1;
  }

  @Override
  public List<Skill> all() {
    return database.run(
        "select id, member, person, at, what, note from skill order by what, member, id",
        query -> {
          List<Skill> all = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              all.add(
                  new Skill(
                      row.getObject(1, UUID.class),
                      new MemberId(row.getString(2)),
                      row.getString(3),
                      row.getObject(4, OffsetDateTime.class).toInstant(),
                      row.getString(5),
                      row.getString(6)));
            }
          }
          return all;
        });
  }
}
