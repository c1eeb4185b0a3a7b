package tenbin.spine.storage.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.HostName;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.time.Validity;

/** An attribution as two lines: who is responsible, and the evidence. */
final class AttributionText {
  private AttributionText() {}

  static String of(Attribution attribution) {
    return Lines.join(words(attribution.responsible()))
        + "\n"
        + Lines.join(words(attribution.evidence()));
  }

  static Attribution parse(String text) {
    int cut = text.indexOf('\n');
    return new Attribution(
        responsible(Lines.split(text.substring(0, cut))),
        evidence(Lines.split(text.substring(cut + 1))));
  }

  private static List<String> words(Responsible responsible) {
    return switch (responsible) {
      case Responsible.OfMember(MemberId member) -> List.of("member", member.text());
      case Responsible.Outside(Asn asn, String country, String contact) ->
          List.of("outside", Long.toString(asn.number()), country, contact.replace('\n', ' '));
      case Responsible.Disputed(List<MemberId> claimants) -> {
        List<String> words = new ArrayList<>(List.of("disputed"));
        claimants.forEach(each -> words.add(each.text()));
        yield words;
      }
      case Responsible.Unknown ignored -> List.of("unknown");
    };
  }

  private static Responsible responsible(List<String> words) {
    return switch (words.getFirst()) {
      case "member" -> new Responsible.OfMember(new MemberId(words.get(1)));
      case "outside" ->
          new Responsible.Outside(
              new Asn(Long.parseLong(words.get(1))), words.get(2), words.get(3));
      case "disputed" ->
          new Responsible.Disputed(words.stream().skip(1).map(MemberId::new).toList());
      case "unknown" -> Responsible.UNKNOWN;
      default -> throw new IllegalStateException("stored responsible: " + words);
    };
  }

  private static List<String> words(Evidence evidence) {
    return switch (evidence) {
      case Evidence.ByClaim(Claim claim) ->
          List.of(
              "claim",
              claim.holder().text(),
              networkType(claim.network()),
              networkText(claim.network()),
              claim.means().name(),
              claim.validity().from().toString(),
              claim.validity().to().toString(),
              claim.verifiedBy());
      case Evidence.ByOrigin(Prefix prefix, Asn origin, String source) ->
          List.of("origin", prefix.toString(), Long.toString(origin.number()), source);
      case Evidence.ByRegistry(Prefix prefix, String registry, String country, String source) ->
          List.of("registry", prefix.toString(), registry, country, source);
      case Evidence.None(String reason) -> List.of("none", reason);
    };
  }

  private static Evidence evidence(List<String> words) {
    return switch (words.getFirst()) {
      case "claim" ->
          new Evidence.ByClaim(
              new Claim(
                  new MemberId(words.get(1)),
                  network(words.get(2), words.get(3)),
                  Claim.Means.valueOf(words.get(4)),
                  new Validity(Instant.parse(words.get(5)), Instant.parse(words.get(6))),
                  words.get(7)));
      case "origin" ->
          new Evidence.ByOrigin(
              Prefix.parse(words.get(1)), new Asn(Long.parseLong(words.get(2))), words.get(3));
      case "registry" ->
          new Evidence.ByRegistry(
              Prefix.parse(words.get(1)), words.get(2), words.get(3), words.get(4));
      case "none" -> new Evidence.None(words.get(1));
      default -> throw new IllegalStateException("stored evidence: " + words);
    };
  }

  private static String networkType(Network network) {
    return switch (network) {
      case Network.Block ignored -> "block";
      case Network.AutonomousSystem ignored -> "as";
      case Network.Domain ignored -> "domain";
    };
  }

  private static String networkText(Network network) {
    return switch (network) {
      case Network.Block(Prefix prefix) -> prefix.toString();
      case Network.AutonomousSystem(Asn asn) -> Long.toString(asn.number());
      case Network.Domain(HostName name) -> name.toString();
    };
  }

  private static Network network(String type, String text) {
    return switch (type) {
      case "block" -> new Network.Block(Prefix.parse(text));
      case "as" -> new Network.AutonomousSystem(new Asn(Long.parseLong(text)));
      case "domain" -> new Network.Domain(HostName.parse(text));
      default -> throw new IllegalStateException("stored network: " + type);
    };
  }
}
