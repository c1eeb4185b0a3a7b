package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A small provider of our own, written from OpenID Connect Core 1.0, RFC 7636, RFC 7515 and RFC
 * 7517 alone, which answers wrongly in each way that it is told to.
 */
final class OpenIdProvider implements AutoCloseable {
  static final String CLIENT = "tenbin";
  static final String SECRET = "the hub's secret there";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /** What is wrong with its answers. */
  enum Wrong {
    NOTHING,
    ISSUER,
    AUDIENCE,
    AUTHORISED_PARTY,
    NONCE,
    NO_NONCE,
    EXPIRED,
    FROM_THE_FUTURE,
    NOT_SIGNED,
    FOREIGN_KEY,
    SECRET_AS_KEY,
    NO_SUBJECT,
    CHANGED_AFTERWARDS,
    NO_TOKEN,
    STATE
  }

  private record Sent(Map<String, String> asked, String subject) {
    String told(String name) {
      return asked.getOrDefault(name, "");
    }
  }

  private final Clock clock;
  private final HttpServer server;
  private final KeyPair key = pair();
  private final KeyPair foreign = pair();
  private final Map<String, Sent> codes = new ConcurrentHashMap<>();
  volatile Wrong wrong = Wrong.NOTHING;
  volatile String subject = "s-1";
  volatile String methods = "[\"pwd\"]";

  OpenIdProvider(Clock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration", each -> say(each, 200, description()));
    server.createContext("/keys", each -> say(each, 200, keys()));
    server.createContext("/token", this::token);
    server.start();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(2_048);
      return maker.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private String description() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/ask","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/leave","response_types_supported":["code"],
     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}\
    """
        .formatted(issuer());
  }

  private String keys() {
    RSAPublicKey open = (RSAPublicKey) key.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(
            URL.encodeToString(plain(open.getModulus().toByteArray())),
            URL.encodeToString(open.getPublicExponent().toByteArray()));
  }

  private static byte[] plain(byte[] signed) {
    return signed[0] == 0 ? java.util.Arrays.copyOfRange(signed, 1, signed.length) : signed;
  }

  /** Somebody signs in there; where its browser is sent back. */
  URI signIn(URI asked) {
    Map<String, String> told = fields(Optional.ofNullable(asked.getRawQuery()).orElse(""));
    String code = UUID.randomUUID().toString();
    codes.put(code, new Sent(told, subject));
    String state = wrong == Wrong.STATE ? "another" : told.getOrDefault("state", "");
    return URI.create(
        told.get("redirect_uri")
            + "?code="
            + code
            + "&state="
            + java.net.URLEncoder.encode(state, UTF_8));
  }

  private void token(HttpExchange call) throws IOException {
    Map<String, String> told = fields(new String(call.getRequestBody().readAllBytes(), UTF_8));
    Optional<Sent> sent = Optional.ofNullable(codes.remove(told.getOrDefault("code", "")));
    String known = basic(java.net.URLEncoder.encode(CLIENT, UTF_8), SECRET);
    boolean client = known.equals(call.getRequestHeaders().getFirst("Authorization"));
    boolean proof =
        sent.filter(each ->
                each.told("code_challenge_method").equals("S256")
                    && each.told("code_challenge")
                        .equals(challenge(told.getOrDefault("code_verifier", "")))
                    && each.told("redirect_uri").equals(told.get("redirect_uri")))
            .isPresent();
    if (!client || !proof) {
      say(call, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    String id = wrong == Wrong.NO_TOKEN ? "" : ",\"id_token\":\"" + idToken(sent.get()) + "\"";
    say(
        call,
        200,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60" + id + "}");
  }

  private static String basic(String client, String secret) {
    String pair = client + ":" + java.net.URLEncoder.encode(secret, UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return URL.encodeToString(sha.digest(verifier.getBytes(US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private String idToken(Sent sent) {
    long now = clock.instant().getEpochSecond();
    long at = now + (wrong == Wrong.FROM_THE_FUTURE ? 3_600 : 0);
    Map<String, String> claims = new HashMap<>();
    claims.put("iss", quoted(wrong == Wrong.ISSUER ? "http://127.0.0.1:1" : issuer().toString()));
    claims.put("aud", quoted(wrong == Wrong.AUDIENCE ? "another" : CLIENT));
    claims.put("azp", quoted(wrong == Wrong.AUTHORISED_PARTY ? "another" : CLIENT));
    claims.put("sub", quoted(sent.subject()));
    claims.put("nonce", quoted(wrong == Wrong.NONCE ? "another" : sent.told("nonce")));
    claims.put("exp", String.valueOf(wrong == Wrong.EXPIRED ? now - 3_600 : at + 300));
    claims.put("iat", String.valueOf(wrong == Wrong.EXPIRED ? now - 7_200 : at));
    claims.put("preferred_username", quoted("<b>Aoi</b>"));
    claims.put("amr", methods);
    if (wrong == Wrong.NO_NONCE) {
      claims.remove("nonce");
    }
    if (wrong == Wrong.NO_SUBJECT) {
      claims.remove("sub");
    }
    StringBuilder body = new StringBuilder();
    claims.forEach((name, value) ->
        body.append(body.isEmpty() ? "{" : ",").append(quoted(name)).append(':').append(value));
    return signed(body.append('}').toString());
  }

  private String signed(String body) {
    String algorithm =
        switch (wrong) {
          case NOT_SIGNED -> "none";
          case SECRET_AS_KEY -> "HS256";
          default -> "RS256";
        };
    String head = "{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}";
    String input =
        URL.encodeToString(head.getBytes(UTF_8)) + "." + URL.encodeToString(body.getBytes(UTF_8));
    String seal = URL.encodeToString(seal(input.getBytes(US_ASCII)));
    if (wrong == Wrong.CHANGED_AFTERWARDS) {
      String other = body.replace("\"s-", "\"t-");
      return input.substring(0, input.indexOf('.') + 1)
          + URL.encodeToString(other.getBytes(UTF_8))
          + "."
          + seal;
    }
    return input + "." + (wrong == Wrong.NOT_SIGNED ? "" : seal);
  }

  private byte[] seal(byte[] input) {
    try {
      if (wrong == Wrong.SECRET_AS_KEY) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        return mac.doFinal(input);
      }
      Signature signer = Signature.getInstance("SHA256withRSA");
      signer.initSign((wrong == Wrong.FOREIGN_KEY ? foreign : key).getPrivate());
      signer.update(input);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> all = new HashMap<>();
    for (String each : form.split("&", -1)) {
      int at = each.indexOf('=');
      if (at > 0) {
        all.put(each.substring(0, at), URLDecoder.decode(each.substring(at + 1), UTF_8));
      }
    }
    return all;
  }

  private static void say(HttpExchange call, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
