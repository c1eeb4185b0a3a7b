package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidencePagesTest {
  @Test
  void proof_that_waits_for_its_head_says_so_and_an_unknown_one_is_not_there() {
    Caller alpha = Caller.as(FakeHub.shared(), "alpha");
    HttpResponse<String> waiting = alpha.get("/receipts/" + FakeEvidence.WAITING + "/proof");
    assertThat(waiting.statusCode()).isEqualTo(503);
    assertThat(waiting.body()).contains("Wait ten seconds").doesNotContain("The hub failed");
    String unknown = "/receipts/" + new UUID(0x8000L, 8) + "/proof";
    assertThat(alpha.get(unknown).statusCode()).isEqualTo(404);
    assertThat(alpha.get("/receipts/statement.json").statusCode()).isEqualTo(404);
  }
}
