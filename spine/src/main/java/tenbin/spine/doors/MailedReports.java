package tenbin.spine.doors;

import java.sql.SQLException;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.ReportAddresses;
import tenbin.spine.post.ReportTokens;
import tenbin.spine.storage.Database;

/** The members' report addresses at the hub's own domain. */
final class MailedReports implements ReportAddresses {
  private final Optional<HubAddress> address;
  private final ReportTokens tokens;

  MailedReports(Optional<HubAddress> address, ReportTokens tokens) {
    this.address = address;
    this.tokens = tokens;
  }

  @Override
  public Optional<String> of(MemberId member) {
    return address.map(hub -> hub.report(asked(() -> tokens.of(member))));
  }

  @Override
  public Optional<String> renew(MemberId member) {
    return address.map(hub -> hub.report(asked(() -> tokens.renew(member))));
  }

  private interface Ask {
    String token() throws SQLException;
  }

  private static String asked(Ask ask) {
    try {
      return ask.token();
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }
}
