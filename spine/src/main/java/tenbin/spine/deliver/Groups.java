package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.CustomerNetwork;
import tenbin.balance.Extent;
import tenbin.balance.Plan;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Field;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.count.GroupKey;
import tenbin.spine.storage.row.Codes;
import tenbin.spine.storage.row.Stored;

/**
 * Rows of one holder under one marking, about one customer's network or about nobody in particular:
 * what the balance decides alike for one recipient. Asking it once per group keeps the database
 * from reading rows that would be withheld; every row that leaves is still decided by itself.
 */
final class Groups {
  private final Parties parties;
  private final NetworkNumbers networks;
  private final GroupNumbers numbers = new GroupNumbers();

  Groups(Parties parties, NetworkNumbers networks) {
    this.parties = parties;
    this.networks = networks;
  }

  /** The number of a row's holder and marking in SQL. */
  static final String OF_ROW = GroupKey.sql("o.");

  /** The number of a row's holder and marking. */
  int base(Stored row) {
    return GroupKey.of(parties.numberOf(row.holder()), Codes.of(row.marking()));
  }

  GroupNumbers numbers() {
    return numbers;
  }

  /** All groups of a recipient, by whether a plan lets them go at all. */
  Split split(Connection connection, int party, Plan plan) throws SQLException {
    return split(connection, party, plan, List.of());
  }

  /** All groups of a recipient, by whether a plan lets them go with these fields. */
  Split split(Connection connection, int party, Plan plan, List<Field> showing)
      throws SQLException {
    Map<CustomerNetwork, Integer> apart = new LinkedHashMap<>();
    plan.apart().forEach(each -> apart.put(each, networks.of(each)));
    Map<Integer, Extent> open = new LinkedHashMap<>();
    List<Integer> shut = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select holder, marking from contribution where responsible = ?")) {
      query.setInt(1, party);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          int base = GroupKey.of(row.getInt(1), row.getInt(2));
          sort(plan, base, Optional.empty(), showing)
              .ifPresentOrElse(extent -> open.put(base, extent), () -> shut.add(base));
          apart.forEach((network, number) -> {
            int group = numbers.of(base, number);
            sort(plan, base, Optional.of(network.customer()), showing)
                .ifPresentOrElse(extent -> open.put(group, extent), () -> shut.add(group));
          });
        }
      }
    }
    return new Split(numbers, plan, new Split.Sides(open, shut), apart);
  }

  /** How much is told of a group; empty where it is withheld, or one of these fields is not. */
  private Optional<Extent> sort(
      Plan plan, int base, Optional<PartyId> customer, List<Field> showing) {
    MemberId holder = parties.memberOf(GroupKey.holder(base));
    Tlp marking = Codes.marking(GroupKey.marking(base));
    return plan.shown(holder, marking, customer)
        .filter(all -> all.containsAll(showing))
        .map(all -> plan.extent(holder, marking, customer));
  }
}
