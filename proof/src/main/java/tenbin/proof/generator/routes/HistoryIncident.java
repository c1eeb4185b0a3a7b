package tenbin.proof.generator.routes;

import java.util.Locale;

/** Incidents whose facts were published. */
public enum HistoryIncident {
  YOUTUBE_2008(new Youtube2008()),
  AIRTEL_2015(new Airtel2015()),
  GOOGLE_2017(new Google2017()),
  ROUTE53_2018(new Route53In2018()),
  OPTIMIZER_2019(new Optimizer2019()),
  KLAYSWAP_2022(new Klayswap2022());

  @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
  private final Facts facts;

  HistoryIncident(Facts facts) {
    this.facts = facts;
  }

  Facts facts() {
    return facts;
  }

  /** "google-2017". */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The incident, the same for the same size and seed. */
  public History made(Size size, long seed) {
    return History.of(this, size, seed);
  }
}
