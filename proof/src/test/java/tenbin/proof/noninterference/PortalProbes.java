package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What the recipient asks of incidents, questions, grounds and the ledger's proofs, and what its
 * customer asks with nothing but a link; a third party knocks as well.
 */
final class PortalProbes {
  private static final String REPORT = "href=\"(/portal/in/reports/[0-9a-f-]{36})\"";
  private static final String CONSENT = "consent=(consent:[a-z0-9]+|consent%3A[a-z0-9]+)";
  private static final String TASK = "action=\"(/tasks/[0-9a-f-]{36})\"";
  private static final String CUSTOMER = "action=\"(/customers/c-[a-z]+)/links\"";

  private static final int MOST_OF_OTHERS = 5;

  private final Probing look;

  PortalProbes(Probing look) {
    this.look = look;
  }

  /** What the ledger proves to the recipient, as files and for programs. */
  void evidence() throws IOException {
    look.tick("heads");
    look.playing().cutHeads();
    look.evidence(look.program, "/api/v1/ledger/head");
    look.evidence(look.program, "/api/v1/ledger/statement");
    look.evidence(look.program, "/api/v1/ledger/consistency?heads=3");
    look.evidence(look.person, "/receipts/statement.json");
    look.evidence(look.person, "/receipts/statement.html");
    Answer receipts = look.get(look.program, "/api/v1/receipts?most=3&skip=2");
    for (String id : Probing.all(receipts, "\"id\":\"([0-9a-f-]{36})\"")) {
      look.evidence(look.program, "/api/v1/ledger/receipts/" + id);
      look.evidence(look.person, "/receipts/" + id + "/proof");
    }
  }

  /** Somebody who has no link, then the customer from its door to its statement. */
  void visit() throws IOException {
    knock("secret=abcdefghijklmnopqrstuvwxyz234567");
    look.get(look.guest, "/portal/in/statement");
    knock("secret=" + look.playing().portal().secret(World.CUSTOMER));
    Answer home = look.get(look.guest, "/portal/in");
    look.get(look.guest, "/portal/in/statement");
    look.get(look.guest, "/portal/in/question");
    for (PortalDeed.Told told : look.family().toldByOthers(MOST_OF_OTHERS)) {
      String path = "/portal/in/reports/" + told.id();
      look.get(look.guest, path);
      look.get(look.guest, path + "/receipt?consent=consent:none");
    }
    for (String path : Probing.all(home, REPORT)) {
      report(path);
    }
    tell();
    look.tick("heads");
    look.playing().cutHeads();
    look.evidence(look.guest, "/portal/in/statement");
    look.evidence(look.guest, "/portal/in/statement.json");
    look.evidence(look.guest, "/portal/in/statement.html");
    look.get(look.guest, "/portal/in/ledger-key.txt");
    question();
    look.tick("ask");
    look.playing().portal().ask();
    look.arrivals();
  }

  private void knock(String fields) throws IOException {
    look.form(look.guest, "/portal", "/portal/enter", fields);
  }

  /** The end of everything that is permitted here. */
  private String until() {
    return LocalDate.ofInstant(look.family().first().base(), ZoneOffset.UTC).plusDays(9).toString();
  }

  /** To all operators only where the customer knows already how many they are. */
  private String to() {
    boolean wide =
        look.family().first().deeds().stream()
            .anyMatch(deed ->
                deed instanceof PortalDeed.Permitted given
                    && given.by().equals(World.CUSTOMER)
                    && given.to().contains(PortalMaker.OPERATORS));
    return wide ? "class%3Aoperator" : "class%3Asecretariat";
  }

  private void report(String path) throws IOException {
    Answer shown = look.get(look.guest, path);
    String asked = "&part=method&aim=defend&to=" + to() + "&until=" + until();
    look.sent(look.guest, shown, path + "/permit", "step=preview&part=identity" + asked);
    look.sent(look.guest, shown, path + "/permit", "step=give" + asked);
    Optional<String> consent = Probing.first(shown, CONSENT);
    if (consent.isPresent()) {
      look.get(look.guest, path + "/receipt?consent=" + consent.get());
      look.sent(look.guest, shown, path + "/withdraw", "consent=" + consent.get());
    }
    look.get(look.guest, path);
  }

  private void tell() throws IOException {
    String told =
        "once=once-1&kind=phishing&zone=Asia%2FTokyo&started=2026-03-20T10%3A00"
            + "&domains=bait.example&victim-name=Works&ask=yes&marking=TLP%3AAMBER";
    String permitted = "&part=method&aim=detect&to=" + to() + "&until=" + until();
    Answer blank = look.get(look.guest, "/portal/in/tell");
    look.sent(look.guest, blank, "/portal/in/tell", "step=preview&" + told + permitted);
    look.sent(look.guest, blank, "/portal/in/tell", "step=send&" + told + permitted);
    look.get(look.guest, "/portal/in");
  }

  /** The question that was mailed, by its own link: it leads to nothing else. */
  private void question() throws IOException {
    look.form(look.guest, "/portal/in", "/portal/leave", "");
    look.tick("question");
    Optional<String> secret = look.playing().portal().question(World.CUSTOMER);
    if (secret.isPresent()) {
      knock("secret=" + secret.get());
      look.get(look.guest, "/portal/in");
      Answer question = look.get(look.guest, "/portal/in/question");
      look.sent(look.guest, question, "/portal/in/question", "say=yes");
      look.get(look.guest, "/portal/in/question");
      look.sent(look.guest, question, "/portal/in/question", "say=undo");
      look.sent(look.guest, question, "/portal/leave", "");
    }
  }

  /** The recipient after its customer's visit: what it is told, asked, and can answer. */
  void member() throws IOException {
    for (String path : List.of("/incidents", "/grounds", "/balance?rung=9")) {
      look.get(look.person, path);
    }
    look.get(look.program, "/api/v1/incidents");
    Answer tasks = look.get(look.person, "/tasks");
    List<String> all = Probing.all(tasks, TASK);
    look.sent(look.person, tasks, "/tasks/" + Probes.NOBODYS, "say=no");
    for (String task : all.subList(0, Math.min(2, all.size()))) {
      look.sent(look.person, tasks, task, "say=yes&note=we+do");
      look.get(look.person, "/tasks");
      look.sent(look.person, tasks, task, "say=undo");
    }
    look.sent(look.person, tasks, "/customers", "name=Works+Nagi&mail=ciso%40nagi.example");
    Answer mine = look.get(look.person, "/customers");
    String one = Probing.first(mine, CUSTOMER).orElse("/customers/c-nobody");
    look.sent(look.person, mine, one + "/links", "days=9");
    look.sent(look.person, mine, "/customers/c-aaaaaaaaaa/links", "days=9");
  }

  /** What it gives and takes back, and what its rows do then. */
  void grounds() throws IOException {
    String id = "id=" + URLEncoder.encode("clause/learnt", UTF_8);
    Answer clause = look.get(look.person, "/grounds/clause?" + id);
    look.sent(look.person, clause, "/grounds/adopt", id);
    look.get(look.person, "/grounds/clause?" + id);
    look.sent(look.person, clause, "/grounds/leave", id);
    look.sent(
        look.person,
        clause,
        "/grounds/release",
        "purpose=inform-and-defend&categories=c1&to=members");
    Answer own = look.get(look.person, "/grounds");
    look.get(look.person, "/balance");
    String release = Probing.first(own, "(release/[0-9a-z]{8,})").orElse("release/first");
    look.sent(look.person, own, "/grounds/end", "id=" + URLEncoder.encode(release, UTF_8));
    look.sent(look.person, own, "/grounds/end", "id=release%2Ffirst");
    look.tick("wait");
    look.tick("wait");
    look.tick("recall");
    look.playing().recall();
    Answer recalls = look.get(look.program, "/api/v1/recalls");
    Optional<String> recall = Probing.first(recalls, "\"id\":\"([0-9a-f-]{36})\"");
    String named = "/api/v1/recalls/" + recall.orElse(Probes.NOBODYS);
    look.get(look.program, named + "/deliveries");
    look.json(named + "/answer", "{\"how\":\"deleted\"}");
    look.get(look.person, "/recalls");
    look.get(look.person, "/balance");
  }
}
