package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;

/**
 * Everything that recipients of a test got, to be held against the ledger at its end: every byte
 * that left has a line, and the chain is whole. Any thread.
 */
final class LeftBytes {
  private record Got(MemberId recipient, Digest digest) {}

  private final List<Got> all = new ArrayList<>();

  /** A recipient has this in its hands. */
  synchronized void got(MemberId recipient, byte[] bytes) {
    all.add(new Got(recipient, Digest.of(bytes)));
  }

  synchronized int count() {
    return all.size();
  }

  /** Fails when something left without a line, or with a line for somebody else. */
  synchronized void assertCovered(Spine hub) {
    assertThat(all).allMatch(got -> hub.receipts().find(got.recipient, got.digest).isPresent());
    assertThat(hub.ledger().verify().holds()).isTrue();
  }
}
