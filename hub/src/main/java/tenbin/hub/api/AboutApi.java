package tenbin.hub.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenbin.web.may.Act;
import tenbin.web.may.May;

/** What the API says of itself: an OpenAPI 3.1 document, open to everybody as the program is. */
@RestController
@May(Act.ENTER)
public class AboutApi {
  private final byte[] document = document();

  @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] openapi() {
    return document.clone();
  }

  private static byte[] document() {
    try (InputStream in = AboutApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("not packed with the program: openapi.json");
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
