package tenbin.web.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tenbin.web.signin.People;
import tenbin.web.signin.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The passkeys of people. Each is made so that the device asks for its owner (user verification)
 * and so that a person is found by it alone (a discoverable credential). Any thread.
 */
public final class Passkeys {
  private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

  /** More than this many of one person are refused. */
  public static final int MOST = 10;

  private static final int MOST_LABEL = 60;

  private final People people;
  private final PersonEntities entities;
  private final UserCredentialRepository book;
  private final Home home;
  private final JsonMapper json =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  public Passkeys(People people, UserCredentialRepository book, Home home) {
    this.people = people;
    this.entities = new PersonEntities(people);
    this.book = book;
    this.home = home;
  }

  private Webauthn4JRelyingPartyOperations operations(HttpServletRequest request) {
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            entities,
            book,
            PublicKeyCredentialRpEntity.builder().id(home.host()).name("Tenbin").build(),
            Set.of(home.origin(request)));
    operations.setCustomizeCreationOptions(options ->
        options.authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build()));
    operations.setCustomizeRequestOptions(
        options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }

  /** What a browser is told in order to make one. */
  public PublicKeyCredentialCreationOptions begin(Person person, HttpServletRequest request) {
    Authentication self =
        UsernamePasswordAuthenticationToken.authenticated(
            person.login(), "", AuthorityUtils.NO_AUTHORITIES);
    return operations(request)
        .createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(self));
  }

  /** Options as browsers read them. */
  public String text(Object options) {
    return json.writeValueAsString(options);
  }

  /**
   * Keeps the passkey that a browser made.
   *
   * @param made the credential as JSON (Web Authentication section 5.1, RegistrationResponseJSON)
   * @param label what its owner calls it
   * @return false when it is not one that these options asked for
   */
  public boolean finish(
      Person person,
      PublicKeyCredentialCreationOptions options,
      String made,
      String label,
      HttpServletRequest request) {
    if (of(person).size() >= MOST || !options.getUser().getId().equals(idOf(person))) {
      return false;
    }
    String name = label.strip();
    String cut = name.substring(0, Math.min(name.length(), MOST_LABEL));
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> credential =
          json.readValue(whole(made, "attestationObject"), new TypeReference<>() {});
      operations(request)
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options, new RelyingPartyPublicKey(credential, cut)));
      return true;
    } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
      refused("making one", wrong);
      return false;
    }
  }

  /** What was sent, if it has all its parts: the library takes them for granted. */
  private String whole(String sent, String... parts) {
    JsonNode answer = json.readTree(sent).path("response");
    boolean all = answer.path("clientDataJSON").isString();
    for (String part : parts) {
      all &= answer.path(part).isString();
    }
    if (!all) {
      throw new IllegalArgumentException("a part is missing");
    }
    return sent;
  }

  /** By its kind alone: what a refusal says may quote what was sent. */
  private static void refused(String when, RuntimeException wrong) {
    LOG.info("a passkey was refused at {}: {}", when, wrong.getClass().getName());
  }

  /** What a browser is told in order to sign in by one, whoever it may be. */
  public PublicKeyCredentialRequestOptions ask(HttpServletRequest request) {
    Authentication nobody =
        new AnonymousAuthenticationToken(
            "nobody", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    return operations(request)
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(nobody));
  }

  /**
   * Who proved to hold a passkey.
   *
   * @param shown the credential as JSON (AuthenticationResponseJSON)
   */
  public Optional<Person> check(
      PublicKeyCredentialRequestOptions options, String shown, HttpServletRequest request) {
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> credential =
          json.readValue(whole(shown, "authenticatorData", "signature"), new TypeReference<>() {});
      Bytes id =
          operations(request)
              .authenticate(new RelyingPartyAuthenticationRequest(options, credential))
              .getId();
      return PersonHandle.person(id).flatMap(people::find).filter(Person::isActive);
    } catch (WebAuthnException | JacksonException | IllegalArgumentException wrong) {
      refused("signing in", wrong);
      return Optional.empty();
    }
  }

  /** A person's, as they were made. */
  public List<CredentialRecord> of(Person person) {
    return book.findByUserId(idOf(person));
  }

  /** Ends one of the person's. */
  public boolean end(Person person, String id) {
    Optional<CredentialRecord> its =
        of(person).stream()
            .filter(each -> each.getCredentialId().toBase64UrlString().equals(id))
            .findFirst();
    its.ifPresent(each -> book.delete(each.getCredentialId()));
    return its.isPresent();
  }

  private static Bytes idOf(Person person) {
    return PersonHandle.of(person.id());
  }
}
