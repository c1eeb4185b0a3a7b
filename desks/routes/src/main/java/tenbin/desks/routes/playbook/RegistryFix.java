package tenbin.desks.routes.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.registry.RouteObject;
import tenbin.desks.routes.registry.Vrp;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What to change where the routes are right and a registry is not: route objects (RFC 2622 section
 * 4, RFC 4012 section 3) and ROAs (RFC 9582). Prefix and origin are the key of a route object, so
 * one with another origin is removed and a new one made.
 *
 * @param prefix as announced
 * @param origin who announces it rightly
 * @param said what registries say of it and around it now
 */
public record RegistryFix(Prefix prefix, Asn origin, Said said) {
  /**
   * What registries say.
   *
   * @param objects route objects of the prefix and around it, the most specific first
   * @param vrps likewise
   */
  public record Said(List<RouteObject> objects, List<Vrp> vrps) {
    /** Nothing, or nothing is known. */
    public static final Said NOTHING = new Said(List.of(), List.of());

    public Said {
      objects = List.copyOf(objects);
      vrps = List.copyOf(vrps);
    }
  }

  /** What is done with an entry. */
  public enum What {
    CREATE,
    REMOVE
  }

  /** What kind of entry. */
  public enum Where {
    ROUTE_OBJECT,
    ROA
  }

  /**
   * One change.
   *
   * @param what is done
   * @param where with what kind of entry
   * @param text the entry: an object in RPSL, or a ROA as "AS64496, 192.0.2.0/24, up to /24"
   */
  public record Step(What what, Where where, String text) {}

  /** What an incident of this kind asks for, in order; nothing where all is as it should be. */
  public List<Step> steps(Kind kind) {
    return switch (kind) {
      case IRR_MISMATCH -> objects();
      case RPKI_INVALID, RPKI_MASS_INVALID, RPKI_EXPIRY -> roas();
      default -> Stream.concat(objects().stream(), roas().stream()).toList();
    };
  }

  private List<Step> objects() {
    List<Step> steps = new ArrayList<>();
    List<RouteObject> exact =
        said.objects.stream().filter(each -> each.prefix().equals(prefix)).toList();
    if (exact.stream().noneMatch(each -> each.origin().equals(origin))) {
      Optional<RouteObject> model =
          exact.stream()
              .findFirst()
              .or(() ->
                  said.objects.stream().filter(each -> each.origin().equals(origin)).findFirst());
      steps.add(new Step(What.CREATE, Where.ROUTE_OBJECT, object(origin, model)));
    }
    exact.stream()
        .filter(each -> !each.origin().equals(origin))
        .map(each -> object(each.origin(), Optional.of(each)))
        .distinct()
        .forEach(text -> steps.add(new Step(What.REMOVE, Where.ROUTE_OBJECT, text)));
    return steps;
  }

  /** With the keepers of another one, where there is one; else they are for its writer to say. */
  private String object(Asn of, Optional<RouteObject> like) {
    StringBuilder text = new StringBuilder(line(prefix.isV4() ? "route" : "route6", prefix));
    text.append(line("origin", "AS" + of));
    like.ifPresent(each -> {
      each.maintainers().forEach(name -> text.append(line("mnt-by", name)));
      text.append(each.source().isEmpty() ? "" : line("source", each.source()));
    });
    return text.toString();
  }

  private static String line(String name, Object value) {
    return String.format(java.util.Locale.ROOT, "%-12s%s\n", name + ":", value);
  }

  /** The least that makes it valid (RFC 9319 section 5), and what speaks for somebody else. */
  private List<Step> roas() {
    List<Step> steps = new ArrayList<>();
    boolean valid =
        said.vrps.stream()
            .anyMatch(each -> each.asn().equals(origin) && each.maxLength() >= prefix.length());
    if (!valid) {
      steps.add(new Step(What.CREATE, Where.ROA, roa(origin, prefix.length())));
    }
    said.vrps.stream()
        .filter(each -> each.prefix().equals(prefix) && !each.asn().equals(origin))
        .map(each -> roa(each.asn(), each.maxLength()))
        .distinct()
        .forEach(text -> steps.add(new Step(What.REMOVE, Where.ROA, text)));
    return steps;
  }

  private String roa(Asn of, int longest) {
    return "AS" + of + ", " + prefix + ", up to /" + longest;
  }
}
