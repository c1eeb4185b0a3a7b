package tenbin.hub.act;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.MemberId;
import tools.jackson.databind.json.JsonMapper;

/** One answer of the act {@code attribute} as a line, for eyes or for programs. */
final class AttributedLine {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern NOT_IN_A_CELL = Pattern.compile("[\\p{Cntrl}\u2028\u2029\u0085]+");

  private AttributedLine() {}

  /** Value, answer, who, evidence, with tabs between. */
  static String tabs(String value, Optional<Attribution> answer) {
    return answer
        .map(known ->
            cells(
                value,
                word(known.responsible()),
                who(known.responsible()),
                words(known.evidence())))
        .orElseGet(() -> cells(value, "unreadable", "", ""));
  }

  /** Texts come out of other people's tables: none of them begins a cell or a line. */
  private static String cells(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> NOT_IN_A_CELL.matcher(cell).replaceAll(" ").strip())
        .collect(Collectors.joining("\t"));
  }

  /** The same as a JSON object; members that say nothing are left out. */
  static String json(String value, Optional<Attribution> answer) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("value", value);
    out.put("answer", answer.map(known -> word(known.responsible())).orElse("unreadable"));
    answer.ifPresent(known -> {
      who(out, known.responsible());
      evidence(out, known.evidence());
    });
    return JSON.writeValueAsString(out);
  }

  private static String word(Responsible responsible) {
    return switch (responsible) {
      case Responsible.OfMember ignored -> "member";
      case Responsible.Outside ignored -> "outside";
      case Responsible.Disputed ignored -> "disputed";
      case Responsible.Unknown ignored -> "unknown";
    };
  }

  private static String who(Responsible responsible) {
    return switch (responsible) {
      case Responsible.OfMember of -> of.member().text();
      case Responsible.Outside outside ->
          "AS" + outside.asn() + " " + outside.country() + " " + outside.abuseContact();
      case Responsible.Disputed disputed -> String.join(",", claimants(disputed));
      case Responsible.Unknown ignored -> "";
    };
  }

  private static void who(Map<String, Object> out, Responsible responsible) {
    switch (responsible) {
      case Responsible.OfMember of -> out.put("member", of.member().text());
      case Responsible.Outside outside -> {
        out.put("asn", outside.asn().number());
        out.put("country", outside.country());
        out.put("abuseContact", outside.abuseContact());
      }
      case Responsible.Disputed disputed -> out.put("claimants", claimants(disputed));
      case Responsible.Unknown ignored -> {}
    }
  }

  private static List<String> claimants(Responsible.Disputed disputed) {
    return disputed.claimants().stream().map(MemberId::text).sorted().toList();
  }

  private static String words(Evidence evidence) {
    return switch (evidence) {
      case Evidence.ByClaim by ->
          "claim of "
              + by.claim().network()
              + " by "
              + by.claim().holder()
              + ", verified by "
              + by.claim().verifiedBy();
      case Evidence.ByOrigin by ->
          by.prefix() + " originated by AS" + by.origin() + ", " + by.source();
      case Evidence.ByRegistry by ->
          by.prefix()
              + " delegated by "
              + by.registry()
              + " to "
              + by.country()
              + ", "
              + by.source();
      case Evidence.None none -> none.reason();
    };
  }

  private static void evidence(Map<String, Object> out, Evidence evidence) {
    Map<String, Object> told = new LinkedHashMap<>();
    switch (evidence) {
      case Evidence.ByClaim by -> {
        told.put("claim", by.claim().network().toString());
        told.put("holder", by.claim().holder().text());
        told.put("verifiedBy", by.claim().verifiedBy());
      }
      case Evidence.ByOrigin by -> {
        told.put("prefix", by.prefix().toString());
        told.put("origin", by.origin().number());
        told.put("source", by.source());
      }
      case Evidence.ByRegistry by -> {
        told.put("prefix", by.prefix().toString());
        told.put("registry", by.registry());
        told.put("country", by.country());
        told.put("source", by.source());
      }
      case Evidence.None none -> told.put("reason", none.reason());
    }
    out.put("evidence", told);
  }
}
