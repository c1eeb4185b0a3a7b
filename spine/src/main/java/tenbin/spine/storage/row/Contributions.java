package tenbin.spine.storage.row;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;

/** Whose rows a recipient may ever have been given: by holder and marking. Any thread. */
public final class Contributions {
  private final Database database;
  private final Parties parties;

  public Contributions(Database database, Parties parties) {
    this.database = database;
    this.parties = parties;
  }

  /** Rows that the balance decides alike. */
  public record Group(MemberId responsible, MemberId holder, Tlp marking) {}

  /** Of rows about one member's networks. */
  public List<Group> to(MemberId recipient) {
    return all().stream().filter(each -> Objects.equals(each.responsible(), recipient)).toList();
  }

  /** Whether there is a row of a group with an address of a network. */
  public boolean has(Group group, Prefix network) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select 1 from observation where responsible = ? and holder = ? and marking = ?"
                  + " and (source_address <<= ?::inet or destination_address <<= ?::inet)"
                  + " limit 1")) {
        query.setInt(1, parties.numberOf(group.responsible()));
        query.setInt(2, parties.numberOf(group.holder()));
        query.setInt(3, Codes.of(group.marking()));
        query.setString(4, network.toString());
        query.setString(5, network.toString());
        try (ResultSet row = query.executeQuery()) {
          return row.next();
        }
      }
    });
  }

  /** Of all rows about networks of members. */
  public List<Group> all() {
    return database.transact(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "select responsible, holder, marking from contribution where responsible > 0"
                      + " order by 1, 2, 3");
          ResultSet row = query.executeQuery()) {
        List<Group> groups = new ArrayList<>();
        while (row.next()) {
          groups.add(
              new Group(
                  parties.memberOf(row.getInt(1)),
                  parties.memberOf(row.getInt(2)),
                  Codes.marking(row.getInt(3))));
        }
        return groups;
      }
    });
  }
}
