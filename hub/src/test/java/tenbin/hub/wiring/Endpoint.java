package tenbin.hub.wiring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tenbin.web.may.Act;
import tenbin.web.may.AtTheDoor;

/**
 * One address that the server answers at, and what is done there.
 *
 * @param method GET, POST, PUT
 * @param path with its variables in braces
 * @param act what whoever calls it does
 */
record Endpoint(String method, String path, Act act) {
  /** All of a running server, in the order of their paths. */
  static List<Endpoint> of(HubServer server) {
    List<Endpoint> all = new ArrayList<>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          Act act = AtTheDoor.actOf(handler).orElseThrow();
          for (String path : info.getPatternValues()) {
            if (info.getMethodsCondition().getMethods().isEmpty()) {
              all.add(new Endpoint("GET", path, act));
            }
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
              all.add(new Endpoint(method.name(), path, act));
            }
          }
        });
    all.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
    return List.copyOf(all);
  }

  boolean isForPrograms() {
    return path.startsWith("/api/");
  }

  boolean changes() {
    return !method.equals("GET");
  }

  /** Its path with something that does not exist in each variable. */
  String absent() {
    return path.replace("{digest}", "0".repeat(64))
        .replace("{change}", "pause")
        .replace("{member}", "alpha")
        .replaceAll("\\{[a-z]+\\}", "00000000-0000-4000-8000-000000000000");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
