package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import tenbin.nouns.member.MemberId;
import tenbin.web.provider.Provider;

class ProviderFileTest {
  private static final String LEAST =
      """
      name = aozora
      label = Aozora Net
      issuer = https://sso.aozora.example/realms/staff
      client = tenbin
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Provider read(String text) throws IOException {
    return ProviderFile.read(Files.writeString(folder.resolve("aozora.oidc"), text));
  }

  @Test
  void least_that_a_file_has_to_say_speaks_for_all_and_signs_out_there() throws IOException {
    Provider one = read(LEAST);
    assertThat(one.issuer()).isEqualTo(URI.create("https://sso.aozora.example/realms/staff"));
    assertThat(one.algorithm()).isEqualTo(SignatureAlgorithm.RS256);
    assertThat(one.serves(new MemberId("anybody"))).isTrue();
    assertThat(one.signOut()).isTrue();
    assertThat(one.secret()).isEmpty();
  }

  @Test
  void every_key_is_heard_and_the_secret_is_never_printed() throws IOException {
    Files.writeString(folder.resolve("aozora.secret"), "only for us\n");
    Provider one =
        read(
            LEAST
                + """
                secret-file = aozora.secret
                algorithm = ES256
                members = aozora, hayate
                two-factors = 2 3
                sign-out = here
                """);
    assertThat(one.secret()).isEqualTo("only for us");
    assertThat(one.toString()).doesNotContain("only for us");
    assertThat(one.algorithm()).isEqualTo(SignatureAlgorithm.ES256);
    assertThat(one.serves(new MemberId("hayate"))).isTrue();
    assertThat(one.serves(new MemberId("anybody"))).isFalse();
    assertThat(one.strong()).containsExactlyInAnyOrder("2", "3");
    assertThat(one.signOut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issuer = http://sso.aozora.example/",
        "issuer = ftp://127.0.0.1/",
        "algorithm = none",
        "algorithm = HS256",
        "name = ../etc",
        "client =",
        "sign-out = sometimes",
        "secret = in the file itself"
      })
  void what_is_not_safe_or_not_known_is_refused(String line) {
    assertThatThrownBy(() -> read(LEAST + line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_secret_that_is_not_there_is_said() {
    assertThatThrownBy(() -> read(LEAST + "secret-file = gone"))
        .isInstanceOf(NoSuchFileException.class);
  }
}
