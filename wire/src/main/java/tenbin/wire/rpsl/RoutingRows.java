package tenbin.wire.rpsl;

import java.util.List;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.table.TableSink;

/** Takes what registries' objects say of routing, in the file's order. */
public interface RoutingRows extends TableSink {
  /**
   * What every object tells.
   *
   * @param source the registry in capital letters: "JPIRR"; empty where it does not say
   * @param maintainers who may change it, by name
   * @param noticesTo mail addresses that asked for notices of hijacks on the object itself
   */
  record Keepers(String source, List<String> maintainers, List<String> noticesTo) {
    public Keepers {
      maintainers = List.copyOf(maintainers);
      noticesTo = List.copyOf(noticesTo);
    }
  }

  /**
   * What an AS says of itself (RFC 2622 section 6, RFC 4012 section 2.5).
   *
   * @param name as-name
   * @param imports the lines import and mp-import, as they stand there
   * @param exports the lines export and mp-export, as they stand there
   * @param memberOf sets that it wants to be in
   */
  record Policy(String name, List<String> imports, List<String> exports, List<String> memberOf) {
    public Policy {
      imports = List.copyOf(imports);
      exports = List.copyOf(exports);
      memberOf = List.copyOf(memberOf);
    }
  }

  /**
   * A set of ASes (RFC 2622 section 5.1).
   *
   * @param name in capital letters
   * @param members ASes and sets, as they stand there
   * @param byReference maintainers whose ASes may put themselves into it; "ANY": everybody
   */
  record AsSet(String name, List<String> members, List<String> byReference) {
    public AsSet {
      members = List.copyOf(members);
      byReference = List.copyOf(byReference);
    }
  }

  /** A route or route6 object. */
  default void route(Prefix prefix, Asn origin, Keepers keepers) {}

  /** An aut-num object. */
  default void autNum(Asn asn, Policy policy, Keepers keepers) {}

  /** An as-set object. */
  default void asSet(AsSet set, Keepers keepers) {}

  /** A mntner object. */
  default void maintainer(String name, Keepers keepers) {}
}
