package tenbin.spine.recall;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.Codes;

/** Whose rows a recipient may ever have been given: by holder and marking. */
final class Contributions {
  private final Database database;
  private final Parties parties;

  Contributions(Database database, Parties parties) {
    this.database = database;
    this.parties = parties;
  }

  /** Rows that the balance decides alike. */
  record Group(MemberId holder, Tlp marking) {}

  List<Group> to(MemberId recipient) {
    return parties
        .find(recipient)
        .map(number ->
            database.transact(connection -> {
              try (PreparedStatement query =
                  connection.prepareStatement(
                      "select holder, marking from contribution where responsible = ?")) {
                query.setInt(1, number);
                List<Group> groups = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                  while (row.next()) {
                    groups.add(
                        new Group(parties.memberOf(row.getInt(1)), Codes.marking(row.getInt(2))));
                  }
                }
                return groups;
              }
            }))
        .orElse(List.of());
  }
}
