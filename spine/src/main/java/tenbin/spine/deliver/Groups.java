package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Field;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.time.Moment;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.Codes;

/**
 * Rows of one holder under one marking: what the balance decides alike for one recipient. Asking it
 * once per group keeps the database from reading rows that would be withheld; every row that leaves
 * is still decided by itself.
 */
final class Groups {
  private static final int MARKINGS = 8;
  private static final Observation ANY =
      Observation.builder(Kind.of(Rsit.SCANNER), Moment.ofEpochSecond(0)).build();

  private final Parties parties;

  Groups(Parties parties) {
    this.parties = parties;
  }

  /** The expression that gives a row's group in SQL. */
  static final String OF_ROW = "(o.holder * " + MARKINGS + " + o.marking)";

  /** A group's number, as {@link #OF_ROW} gives it. */
  static int number(int holder, int marking) {
    return holder * MARKINGS + marking;
  }

  static int holder(int group) {
    return group / MARKINGS;
  }

  static int marking(int group) {
    return group % MARKINGS;
  }

  /** The groups that a plan lets go, and those that it withholds. */
  record Split(List<Integer> open, List<Integer> shut) {
    Split {
      open = List.copyOf(open);
      shut = List.copyOf(shut);
    }
  }

  /** The groups of a recipient that a plan lets go at all. */
  Integer[] open(Connection connection, int party, Plan plan) throws SQLException {
    return open(connection, party, plan, List.of());
  }

  /** The groups that a plan lets go with these fields. */
  Integer[] open(Connection connection, int party, Plan plan, List<Field> showing)
      throws SQLException {
    return split(connection, party, plan, showing).open().toArray(Integer[]::new);
  }

  /** All groups of a recipient, by whether a plan lets them go at all. */
  Split split(Connection connection, int party, Plan plan) throws SQLException {
    return split(connection, party, plan, List.of());
  }

  private Split split(Connection connection, int party, Plan plan, List<Field> showing)
      throws SQLException {
    List<Integer> open = new ArrayList<>();
    List<Integer> shut = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select holder, marking from contribution where responsible = ?")) {
      query.setInt(1, party);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          MemberId holder = parties.memberOf(row.getInt(1));
          boolean opens = opens(plan, holder, Codes.marking(row.getInt(2)), showing);
          (opens ? open : shut).add(number(row.getInt(1), row.getInt(2)));
        }
      }
    }
    return new Split(open, shut);
  }

  private static boolean opens(Plan plan, MemberId holder, Tlp marking, List<Field> showing) {
    Attribution own =
        new Attribution(
            new Responsible.OfMember(plan.request().recipient()), new Evidence.None("a question"));
    return switch (plan.decide(new Item.Sighting(ANY, own, holder, marking, SeenBy.ONLY_YOU, 1))) {
      case Decision.Released(Disclosure disclosure) -> showing.stream().allMatch(disclosure::shows);
      case Decision.Withheld ignored -> false;
    };
  }
}
