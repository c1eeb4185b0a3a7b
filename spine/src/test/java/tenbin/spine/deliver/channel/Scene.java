package tenbin.spine.deliver.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tenbin.balance.Disclosure;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;
import tenbin.nouns.time.Moment;
import tenbin.nouns.time.Validity;
import tenbin.wire.Format;
import tenbin.wire.Writer;

/** Two members, one agreement, and rows about the first member's networks. */
public final class Scene {
  public static final MemberId AOI = new MemberId("aoi-net");
  public static final MemberId BENI = new MemberId("beni-net");
  public static final String AOI_ABUSE = "abuse@aoi.example";
  private static final Instant DAY = Instant.parse("2026-03-24T00:00:00Z");
  private static final Claim BLOCK =
      new Claim(
          AOI,
          new Network.Block(Prefix.parse("192.0.2.0/24")),
          Claim.Means.DECLARED,
          Validity.ALWAYS,
          "letter");

  private Scene() {}

  public static Circle circle() {
    Agreement agreement =
        new Agreement(
            "ma-2026",
            "Membership agreement",
            Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0, Category.C1, Category.C2, Category.C4),
            Set.of(AOI, BENI),
            Validity.ALWAYS,
            "minutes");
    return new Circle(
        "Test circle",
        "v1",
        List.of(member(AOI, AOI_ABUSE), member(BENI, "abuse@beni.example")),
        List.of(),
        List.of(agreement),
        Tlp.AMBER);
  }

  private static Member member(MemberId id, String mail) {
    LocalDate checked = LocalDate.parse("2026-01-01");
    Contact contact =
        new Contact(ContactRole.ABUSE, "desk", mail, "", checked, checked.plusYears(1));
    return new Member(
        id,
        id.text(),
        id.text(),
        MemberClass.DIRECTOR,
        true,
        Validity.ALWAYS,
        List.of(),
        List.of(contact));
  }

  /** The n-th row: 192.0.2.n infected at n seconds past midnight. */
  public static Observation row(int n) {
    return Observation.builder(
            new Kind(Rsit.INFECTED_SYSTEM, "", "mirai"),
            Moment.of(DAY.plusSeconds(n), Moment.SECOND))
        .row(n)
        .transport(Transport.TCP)
        .sides(Sides.ABOUT_SOURCE_SENSOR_DESTINATION)
        .source(new Endpoint(Address.parse("192.0.2." + n), 40_000 + n, new Asn(64_500), "", ""))
        .destination(Endpoint.of(Address.parse("198.51.100.9"), 23))
        .build();
  }

  public static Attribution attribution() {
    return new Attribution(new Responsible.OfMember(AOI), new Evidence.ByClaim(BLOCK));
  }

  /** One line per row: its address. */
  public static final class Lines implements Writer {
    @Override
    public Format format() {
      return new Format("lines");
    }

    @Override
    public String mediaType() {
      return "text/csv; charset=utf-8";
    }

    @Override
    public String fileEnding() {
      return "csv";
    }

    @Override
    public void write(Iterator<Disclosure> rows, OutputStream out) throws IOException {
      while (rows.hasNext()) {
        out.write((rows.next().source().address() + "\n").getBytes(UTF_8));
      }
    }
  }
}
