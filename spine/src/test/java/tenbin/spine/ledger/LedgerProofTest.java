package tenbin.spine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.ledger.LedgerFixture.ALPHA;
import static tenbin.spine.ledger.LedgerFixture.BETA;
import static tenbin.spine.ledger.LedgerFixture.SHOP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.report.Digest;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.Examiner;
import tenbin.spine.ledger.evidence.LedgerKey;
import tenbin.spine.ledger.evidence.Verdict;

/** What members and customers can prove with a file and the public key alone. */
@SuppressWarnings("NullAway.Init")
class LedgerProofTest {
  private static final long SEED = 20261122;

  @TempDir private Path data;
  private LedgerFixture hub;
  private Examiner examiner;

  @BeforeEach
  void open() {
    hub = new LedgerFixture(data);
    examiner = new Examiner(hub.heads.proofs().key());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void a_receipt_is_proved_from_the_next_head_on_also_after_a_restart() throws IOException {
    hub.tick(1);
    Receipt first = hub.leave(ALPHA, 1);
    assertThat(hub.heads.proofs().receipt(ALPHA, first.id()))
        .isInstanceOf(ProofBook.Proved.NotYet.class);
    hub.tick(1);
    Verdict verdict = examiner.examine(hub.proof(ALPHA, first), Digest.of(LedgerFixture.body(1)));
    assertThat(verdict.holds()).as(verdict.english()).isTrue();
    assertThat(verdict.word()).isEqualTo(Verdict.Word.RECEIPT_AND_BYTES);
    byte[] before = hub.proof(ALPHA, first);
    hub.reopen();
    assertThat(hub.proof(ALPHA, first)).as("the same head, worked out anew").isEqualTo(before);
    hub.tick(3);
    assertThat(hub.proof(ALPHA, first)).isNotEqualTo(before);
    assertThat(examiner.examine(hub.proof(ALPHA, first)).holds()).isTrue();
    assertThat(examiner.examine(before).holds()).as("an old file holds for ever").isTrue();
  }

  @Test
  void a_receipt_is_for_its_recipient_alone_and_for_no_other_bytes() {
    Receipt receipt = hub.leave(ALPHA, 1);
    hub.leave(BETA, 2);
    hub.tick(1);
    assertThat(hub.heads.proofs().receipt(BETA, receipt.id()))
        .isInstanceOf(ProofBook.Proved.Unknown.class);
    Digest other = Digest.of(LedgerFixture.body(2));
    assertThat(examiner.examine(hub.proof(ALPHA, receipt), other).word())
        .isEqualTo(Verdict.Word.BYTES);
  }

  @Test
  void a_flipped_bit_in_any_byte_of_a_proof_is_found() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (byte[] file : files()) {
      for (int at = 0; at < file.length; at++) {
        assertFound(file, at, random.nextInt(Byte.SIZE));
      }
    }
  }

  @Test
  @Tag("nightly")
  void every_flipped_bit_of_a_proof_is_found() {
    for (byte[] file : files()) {
      for (int bit = 0; bit < file.length * Byte.SIZE; bit++) {
        assertFound(file, bit / Byte.SIZE, bit % Byte.SIZE);
      }
    }
  }

  private void assertFound(byte[] file, int at, int bit) {
    file[at] ^= (byte) (1 << bit);
    assertThat(examiner.check(file).holds()).as("byte %d, bit %d", at, bit).isFalse();
    file[at] ^= (byte) (1 << bit);
  }

  private List<byte[]> files() {
    for (int line = 1; line <= 5; line++) {
      hub.leave(ALPHA, line, SHOP);
    }
    hub.tick(3);
    Receipt receipt = hub.leave(ALPHA, 6);
    hub.tick(2);
    ProofBook proofs = hub.heads.proofs();
    StatementBook statements = hub.heads.proofs();
    List<byte[]> files =
        List.of(
            hub.proof(ALPHA, receipt),
            statements.statement(SHOP, Instant.EPOCH, hub.clock.instant()).orElseThrow().bytes(),
            proofs.consistency(3).orElseThrow().bytes());
    files.forEach(file ->
        assertThat(examiner.check(file).holds()).as(examiner.check(file).english()).isTrue());
    return files;
  }

  @Test
  void the_byte_in_which_a_bit_was_flipped_is_told() {
    Receipt receipt = hub.leave(ALPHA, 1);
    hub.tick(1);
    byte[] file = hub.proof(ALPHA, receipt);
    SplittableRandom random = new SplittableRandom(SEED);
    int at = random.nextInt(file.length / 4);
    file[at] ^= 4;
    assertThat(examiner.examine(file).english())
        .as("seed %d", SEED)
        .startsWith("byte " + at + " is wrong");
  }

  @Test
  void another_key_vouches_for_nothing() throws IOException {
    Receipt receipt = hub.leave(ALPHA, 1);
    hub.tick(1);
    LedgerKey other = SigningKey.in(Files.createDirectory(data.resolve("other"))).told();
    assertThat(new Examiner(other).check(hub.proof(ALPHA, receipt)).word())
        .isEqualTo(Verdict.Word.OTHER_LEDGER);
    assertThat(LedgerKey.tryParse(other.toString())).isPresent();
    assertThat(LedgerKey.tryParse(other + "=")).isEmpty();
  }

  @Test
  void heads_come_at_every_tick_whatever_happened_and_grow_out_of_one_another() {
    hub.heads.cutDue();
    hub.tick(299);
    long quiet = hub.heads.proofs().head().orElseThrow().size();
    hub.leaveTogether(300);
    hub.tick(300);
    assertThat(hub.heads.proofs().head().orElseThrow().size()).isEqualTo(2 * quiet);
    hub.pass(Duration.ofSeconds(35));
    hub.heads.cutDue();
    assertThat(hub.heads.cutDue()).isFalse();
    assertThat(hub.heads.proofs().head().orElseThrow().size())
        .as("what a busy hub missed it makes up for")
        .isEqualTo(2 * quiet + 3);
    for (long before : List.of(1L, 2L, 255L, 256L, 257L, 300L, 603L)) {
      Evidence file = hub.heads.proofs().consistency(before).orElseThrow();
      assertThat(examiner.examine(file.bytes()).word()).isEqualTo(Verdict.Word.CONSISTENCY);
    }
    assertThat(hub.heads.proofs().consistency(604)).isEmpty();
    assertThat(hub.ledger.verify().why()).isEmpty();
  }

  @Test
  void a_subject_reads_all_that_left_about_it_and_nothing_about_others() {
    hub.leave(ALPHA, 1, SHOP);
    hub.leave(BETA, 2);
    hub.pass(Duration.ofHours(1));
    hub.leave(BETA, 3, SHOP, ALPHA.party());
    hub.leave(ALPHA, 4);
    hub.tick(1);
    Evidence.Statement all =
        hub.heads
            .proofs()
            .statement(SHOP, Instant.EPOCH, hub.clock.instant().plusSeconds(1))
            .orElseThrow();
    assertThat(all.leaves()).hasSize(2).noneMatch(leaf -> leaf.contains("shop.example"));
    assertThat(all.leaves().getFirst()).contains("recipient=alpha-net", "source-address:/24");
    assertThat(all.leaves().getLast()).contains("recipient=beta-net", "rows=3");
    assertThat(examiner.examine(all.bytes()).english()).startsWith("holds: 2 of the 2 entries");
    Evidence.Statement late =
        hub.heads
            .proofs()
            .statement(SHOP, hub.clock.instant().minusSeconds(60), hub.clock.instant())
            .orElseThrow();
    assertThat(late.from()).isEqualTo(1);
    assertThat(examiner.examine(late.bytes()).english()).startsWith("holds: 1 of the 2 entries");
    assertThat(new String(late.bytes(), StandardCharsets.UTF_8)).doesNotContain("alpha-net");
    List<String> fewer = new ArrayList<>(all.leaves());
    fewer.removeLast();
    Evidence hidden = new Evidence.Statement(0, fewer, all.beside(), all.anchor());
    assertThat(examiner.check(hidden.bytes()).word()).isEqualTo(Verdict.Word.LEAVES);
    assertThat(hub.ledger.verify().why()).isEmpty();
  }

  @Test
  void what_others_got_changes_neither_size_nor_shape_of_a_proof(@TempDir Path other) {
    try (LedgerFixture busy = new LedgerFixture(other)) {
      hub.leave(ALPHA, 1);
      busy.leave(ALPHA, 1);
      for (int line = 0; line < 40; line++) {
        busy.leave(
            line % 2 == 0 ? BETA : new tenbin.nouns.member.MemberId("delta-net"), line, SHOP);
      }
      busy.tick(1);
      hub.tick(1);
      Receipt busyOne = busy.leave(ALPHA, 2);
      Receipt quietOne = hub.leave(ALPHA, 2);
      busy.leave(BETA, 3);
      busy.tick(1);
      hub.tick(1);
      assertThat(shape(busy.proof(ALPHA, busyOne))).isEqualTo(shape(hub.proof(ALPHA, quietOne)));
    }
  }

  /** A file without its hashes and what is random in it. */
  private static String shape(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .replaceAll("[0-9a-f]{32,}", "h")
        .replaceAll("place=[0-9]+", "place")
        .replaceAll("[A-Za-z0-9+/]{43}=", "root")
        .replaceAll("tenbin/[0-9a-f]+ ?[A-Za-z0-9+/=]*", "signed");
  }
}
