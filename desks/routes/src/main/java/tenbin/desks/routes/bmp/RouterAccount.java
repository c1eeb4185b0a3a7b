package tenbin.desks.routes.bmp;

/**
 * What a router said in its connection.
 *
 * @param messages of every kind
 * @param damaged that could not be read
 * @param lastDamage where and why
 * @param faults in the UPDATEs of its peers (RFC 7606)
 * @param passed routes of tables that are not taken, and messages of peers that are not up
 * @param statistics and mirrored messages
 * @param lastDown which peer's session ended last, and why
 */
public record RouterAccount(
    long messages,
    long damaged,
    String lastDamage,
    long faults,
    long passed,
    long statistics,
    String lastDown) {
  static final RouterAccount NONE = new RouterAccount(0, 0, "", 0, 0, 0, "");

  RouterAccount message() {
    return new RouterAccount(
        messages + 1, damaged, lastDamage, faults, passed, statistics, lastDown);
  }

  RouterAccount damage(String what) {
    return new RouterAccount(messages, damaged + 1, what, faults, passed, statistics, lastDown);
  }

  RouterAccount faults(int more) {
    return new RouterAccount(
        messages, damaged, lastDamage, faults + more, passed, statistics, lastDown);
  }

  RouterAccount pass() {
    return new RouterAccount(
        messages, damaged, lastDamage, faults, passed + 1, statistics, lastDown);
  }

  RouterAccount statistic() {
    return new RouterAccount(
        messages, damaged, lastDamage, faults, passed, statistics + 1, lastDown);
  }

  RouterAccount down(String what) {
    return new RouterAccount(messages, damaged, lastDamage, faults, passed, statistics, what);
  }
}
