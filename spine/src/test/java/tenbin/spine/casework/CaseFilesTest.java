package tenbin.spine.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.casework.CaseScene.NOON;
import static tenbin.spine.casework.CaseScene.TERMS;
import static tenbin.spine.casework.CaseScene.finding;
import static tenbin.spine.casework.CaseScene.open;
import static tenbin.spine.casework.CaseScene.plan;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.file.CaseFiles;
import tenbin.spine.casework.talk.Cutting;

/** Files in a case; each kind of book runs it. */
abstract class CaseFilesTest {
  private static final byte[] RULE = "rule worm { condition: true }".getBytes(UTF_8);
  private static final byte[] CAPTURE = HexFormat.of().parseHex("d4c3b2a1020004000000");

  private final CaseBook cases = CaseBook.inMemory();
  private final CaseFiles files = new CaseFiles(book(), new Cutting(CaseScene::members));
  private final String caseId = "files-" + UUID.randomUUID();

  abstract EntryBook book();

  @BeforeEach
  void open_a_case() {
    cases.put(finding(caseId, List.of("203.0.113.9"), "aoba", "bizen", "fuji"), TERMS, NOON);
  }

  private CaseBook.Shared shared(Plan viewer) {
    return cases.shared(viewer, viewer.idOf("case", caseId)).orElseThrow();
  }

  private CaseFiles.Outcome put(String member, Entry.Reach reach, String name, byte[] bytes) {
    Entry.Author author = new Entry.Author(new MemberId(member), "person:p@" + member, NOON);
    return files.put(
        shared(plan(member)).circle(),
        author,
        new CaseFiles.Laid(UUID.randomUUID(), reach, name),
        bytes);
  }

  private List<Disclosure> of(Plan viewer) {
    return files.of(viewer, shared(viewer));
  }

  @Test
  void a_rule_goes_to_the_circle_with_its_digest_and_its_bytes_unchanged() {
    assertThat(put("aoba", Entry.Reach.CIRCLE, "worm.yar", RULE)).isEqualTo(CaseFiles.Outcome.KEPT);
    Disclosure told = of(plan("bizen")).getFirst();
    assertThat(told.fact(CaseFiles.NAME)).isEqualTo("worm.yar");
    assertThat(told.fact(CaseFiles.DIGEST)).isEqualTo(Digest.of(RULE).hex());
    assertThat(told.facts().toString()).doesNotContain("aoba");
    Plan bizen = plan("bizen");
    assertThat(files.open(bizen, shared(bizen), told.id()).orElseThrow().bytes()).isEqualTo(RULE);
    Plan fuji = plan("fuji");
    assertThat(files.open(fuji, shared(fuji), told.id())).as("an id of another's").isEmpty();
    assertThat(of(open("fuji", "aoba", "fuji")).getFirst().fact(CaseNames.MEMBER))
        .isEqualTo("aoba");
  }

  @Test
  void a_capture_a_mail_and_a_log_stay_with_their_own_organisation_whatever_was_asked() {
    put("aoba", Entry.Reach.CIRCLE, "night.pcap", CAPTURE);
    put("aoba", Entry.Reach.CIRCLE, "bait.eml", "Subject: hello\n\n".getBytes(UTF_8));
    put("aoba", Entry.Reach.CIRCLE, "access.log", "192.0.2.1 GET /\n".getBytes(UTF_8));
    assertThat(of(plan("aoba")))
        .hasSize(3)
        .allMatch(each -> each.fact(CaseFiles.REACH).equals("own"));
    assertThat(of(plan("bizen"))).isEmpty();
  }

  @Test
  void a_file_is_what_its_name_says_or_it_is_refused() {
    byte[] program = HexFormat.of().parseHex("4d5a900003000000");
    assertThat(put("aoba", Entry.Reach.CIRCLE, "worm.exe", program))
        .isEqualTo(CaseFiles.Outcome.WRONG_TYPE);
    assertThat(put("aoba", Entry.Reach.CIRCLE, "report.pdf", program))
        .isEqualTo(CaseFiles.Outcome.WRONG_TYPE);
    assertThat(put("aoba", Entry.Reach.CIRCLE, "notes.txt", new byte[] {0, 1, 2}))
        .isEqualTo(CaseFiles.Outcome.WRONG_TYPE);
    assertThat(put("aoba", Entry.Reach.CIRCLE, "page.html", "<script>".getBytes(UTF_8)))
        .isEqualTo(CaseFiles.Outcome.WRONG_TYPE);
    assertThat(put("aoba", Entry.Reach.CIRCLE, "empty.txt", new byte[0]))
        .isEqualTo(CaseFiles.Outcome.WRONG_SIZE);
    assertThat(put("aoba", Entry.Reach.CIRCLE, "all.txt", new byte[CaseFiles.MOST_BYTES + 1]))
        .isEqualTo(CaseFiles.Outcome.WRONG_SIZE);
    assertThat(of(plan("aoba"))).isEmpty();
  }

  @Test
  void names_are_made_safe_for_every_system_and_name_no_member_to_others() {
    put("aoba", Entry.Reach.CIRCLE, "../../etc/Aoba \"x\"\r\nSet-Cookie\u202efdp.txt", RULE);
    put("aoba", Entry.Reach.OWN, "CON.txt", RULE);
    put("aoba", Entry.Reach.OWN, "..txt", RULE);
    put("aoba", Entry.Reach.OWN, "解析結果.txt", RULE);
    put("aoba", Entry.Reach.OWN, "x".repeat(300) + ".txt", RULE);
    List<String> names = of(plan("aoba")).stream().map(each -> each.fact(CaseFiles.NAME)).toList();
    assertThat(names)
        .contains("Aoba _x_Set-Cookie_fdp.txt", "file_CON.txt", "解析結果.txt")
        .allMatch(each -> each.length() <= 80);
    assertThat(of(plan("bizen")).getFirst().fact(CaseFiles.NAME)).doesNotContain("Aoba");
  }
}
