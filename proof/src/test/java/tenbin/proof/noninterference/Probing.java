package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The recipient looking at one hub with everything it has: a stranger's browser, its own one, its
 * program. Every request has its own second and its own dice; every answer is kept whole.
 */
final class Probing {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  final Caller stranger;
  final Caller person;
  final Caller program;

  /** The recipient's customer's browser. */
  final Caller guest;

  private final Hub hub;
  private final Playing playing;
  private final Family family;
  private final List<Shot> shots = new ArrayList<>();
  private final Blinded blinded = new Blinded();
  private final int look;
  private int step;

  /**
   * A look at a hub.
   *
   * @param family of worlds, one of which is played there
   */
  Probing(Hub hub, Playing playing, Family family) {
    this.hub = hub;
    this.playing = playing;
    this.family = family;
    this.look = hub.nextLook();
    this.stranger = new Caller(hub.port());
    this.person = new Caller(hub.port());
    this.program = new Caller(hub.port()).with("Authorization: Bearer " + playing.token());
    this.guest = new Caller(hub.port());
  }

  /** What was seen, in order. */
  List<Shot> shots() {
    return List.copyOf(shots);
  }

  Family family() {
    return family;
  }

  /** Which look of its hub's this is. */
  int number() {
    return look;
  }

  Playing playing() {
    return playing;
  }

  /** The next second. */
  void tick(String what) {
    step++;
    playing.clock().set(playing.clock().instant().plusSeconds(1));
    Dice.tell(family.seed() + " " + look + " " + step + " " + what);
  }

  Answer get(Caller who, String path) throws IOException {
    return call(who, "GET", path, "", "");
  }

  /** A form of the person's, with the token of the page on which it stands. */
  Answer form(String page, String path, String fields) throws IOException {
    return form(person, page, path, fields);
  }

  Answer form(Caller who, String page, String path, String fields) throws IOException {
    return sent(who, get(who, page), path, fields);
  }

  /** A form with the token of a page that was shown before: it holds as long as the session. */
  Answer sent(Caller who, Answer shown, String path, String fields) throws IOException {
    String body = csrf(shown) + (fields.isEmpty() ? "" : "&" + fields);
    return call(who, "POST", path, "application/x-www-form-urlencoded", body);
  }

  /** A file of evidence, in which hashes over everybody's lines stand. */
  Answer evidence(Caller who, String path) throws IOException {
    tick(path);
    Answer answer = who.call("GET", path, "", new byte[0]);
    keep("GET " + path + named(who), blinded.renamed(answer.bytes()));
    return answer;
  }

  private String named(Caller who) {
    return who == person ? " (page)" : who == guest ? " (guest)" : "";
  }

  static String csrf(Answer page) {
    Matcher found = CSRF.matcher(page.body());
    return "_csrf=" + (found.find() ? found.group(1) : "none");
  }

  Answer json(String path, String body) throws IOException {
    return call(program, "POST", path, "application/json", body);
  }

  Answer call(Caller who, String method, String path, String type, String body) throws IOException {
    tick(path);
    Answer answer = who.call(method, path, type, body.getBytes(UTF_8));
    keep(method + " " + path + named(who), answer.bytes());
    return answer;
  }

  /** Opens what does not end by itself; its bytes are kept by {@link #end}. */
  Socket open(Caller who, String path) throws IOException {
    tick(path);
    return who.open("GET", path, "", new byte[0]);
  }

  /** Waits for the first event, so that nothing that is asked later can be in it. */
  void begin(Socket stream) throws IOException {
    ByteArrayOutputStream begun = new ByteArrayOutputStream();
    int blank = 0;
    int last = 0;
    for (int next = 0; next >= 0 && blank < 1; last = next) {
      next = stream.getInputStream().read();
      begun.write(Math.max(next, 0));
      // Lines of the header end with both signs, those of an event with one: so does its end.
      blank += next == '\n' && last == '\n' ? 1 : 0;
    }
    keep("STREAM begins", begun.toString(ISO_8859_1));
  }

  void end(String path, Socket stream) throws IOException {
    try (stream) {
      keep("STREAM " + path, new String(stream.getInputStream().readAllBytes(), ISO_8859_1));
    }
  }

  /** A caller of the recipient's without anything yet. */
  Caller caller() {
    return new Caller(hub.port());
  }

  /** What was sent to the recipient since the last look. */
  void arrivals() {
    List<Receiver.Arrived> all = new ArrayList<>(hub.receiver.take());
    // What leaves in one turn to two places has no order that anybody promises.
    all.sort(Comparator.comparing(Receiver.Arrived::to));
    for (Receiver.Arrived each : all) {
      if (each.to().contains("/" + World.RECIPIENT)) {
        keep("webhook", each.bytes());
      }
      if (each.to().contains("@" + World.RECIPIENT + ".")) {
        keep("mail", each.bytes());
      }
      if (each.to().contains("@" + World.CUSTOMER + ".")) {
        keep("mail (guest)", each.bytes());
      }
    }
  }

  private void keep(String probe, String bytes) {
    shots.add(new Shot(shots.size() + " " + probe, bytes));
  }

  /** The first group of a pattern in an answer. */
  static Optional<String> first(Answer in, String pattern) {
    return all(in, pattern).stream().findFirst();
  }

  /** What a group of a pattern matches in an answer, each once, in order. */
  static List<String> all(Answer in, String pattern) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(in.body());
    while (matcher.find()) {
      if (!found.contains(matcher.group(1))) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }
}
