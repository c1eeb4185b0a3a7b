package tenbin.balance.ground;

import java.util.List;

/**
 * What a recipient must meet before it gets anything at all: gate R.
 *
 * @param id short and stable
 * @param recipients whom it binds
 * @param conditions all of which must be met; an unknown one is not
 */
public record StandingRule(String id, Parties recipients, List<Condition> conditions) {
  public StandingRule {
    conditions = List.copyOf(conditions);
  }
}
