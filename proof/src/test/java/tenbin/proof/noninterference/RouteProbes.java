package tenbin.proof.noninterference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;

/** What the recipient asks of incidents of routes one by one, and what it does about them. */
final class RouteProbes {
  private static final String ID = "\"id\":\"([0-9a-f-]{36})\",\"as\"";
  private static final int MOST = 4;
  private static final int MOST_OF_OTHERS = 3;

  private final Probing look;

  RouteProbes(Probing look) {
    this.look = look;
  }

  void all() throws IOException {
    List<String> ids = Probing.all(look.get(look.program, "/api/v1/routes"), ID);
    for (String id : ids.subList(0, Math.min(MOST, ids.size()))) {
      page("/routes/" + id);
      program("/api/v1/routes/" + id);
    }
    ofOthers();
    glass();
    mine();
    if (!ids.isEmpty()) {
      say(ids.getFirst());
    }
    for (String path : List.of("/routes", "/today")) {
      look.get(look.person, path);
    }
  }

  private void page(String path) throws IOException {
    look.get(look.person, path);
    look.get(look.person, path + "?step=0&after=126.10.41.0/24");
    look.get(look.person, path + "/prefixes?format=csv");
    look.get(look.person, path + "/prefixes?format=json");
    look.get(look.person, path + "/report");
  }

  private void program(String path) throws IOException {
    look.get(look.program, path);
    look.get(look.program, path + "/prefixes?most=1");
    look.get(look.program, path + "/prefixes?after=126.10.41.0/24&format=csv");
    look.get(look.program, path + "/report");
  }

  /** By the numbers that incidents have inside the hub: of either world, on both sides. */
  private void ofOthers() throws IOException {
    for (RouteDeed.Suspected each : look.family().suspectedOf(MOST_OF_OTHERS)) {
      String id = RouteDeed.idOf(each.incident()).toString();
      look.get(look.person, "/routes/" + id);
      look.get(look.program, "/api/v1/routes/" + id + "/prefixes");
    }
  }

  /** At a past time: before, in the midst, now. */
  private void glass() throws IOException {
    Instant base = look.family().first().base();
    for (int seconds : List.of(0, 900, 1_800)) {
      String at = "&at=" + base.plusSeconds(seconds);
      look.get(look.person, "/routes/look?prefix=126.10.0.0/16" + at);
      look.get(look.program, "/api/v1/routes/look?prefix=126.0.0.0/8" + at);
    }
  }

  private void mine() throws IOException {
    Answer shown = look.get(look.person, "/routes/mine");
    String declared = "{\"prefixes\":[{\"prefix\":\"126.10.40.0/21\"}]}";
    look.sent(look.person, shown, "/routes/mine", "text=" + URLEncoder.encode(declared, UTF_8));
    look.sent(look.person, shown, "/routes/mine", "text=nothing");
    look.call(look.program, "PUT", "/api/v1/routes/mine", "application/json", declared);
    look.sent(look.person, shown, "/routes/mine/mail", "wanted=yes");
    look.call(
        look.program, "PUT", "/api/v1/routes/mine/mail", "application/json", "{\"wanted\":true}");
    look.get(look.person, "/routes/mine");
    look.get(look.program, "/api/v1/routes/mine");
  }

  private void say(String id) throws IOException {
    Answer shown = look.get(look.person, "/routes/" + id);
    look.sent(look.person, shown, "/routes/" + id + "/act", "act=acknowledge");
    look.sent(look.person, shown, "/routes/" + id + "/act", "act=ignore");
    look.json("/api/v1/routes/" + id + "/act", "{\"act\":\"mitigate\"}");
    look.json("/api/v1/routes/" + Probes.NOBODYS + "/act", "{\"act\":\"mitigate\"}");
    look.get(look.person, "/routes/" + id);
  }
}
