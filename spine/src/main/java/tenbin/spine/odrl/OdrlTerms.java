package tenbin.spine.odrl;

import tenbin.nouns.consent.Act;

/** The names that export and import share: ODRL's own, and those of our profile. */
final class OdrlTerms {
  static final String CONTEXT = "http://www.w3.org/ns/odrl.jsonld";
  static final String PROFILE = "urn:tenbin:odrl:1";
  static final String BASIS = "urn:tenbin:basis:";
  static final String FORBID = "urn:tenbin:forbid:";
  static final String PARTY = "urn:tenbin:party:";
  static final String CLASS = "urn:tenbin:class:";
  static final String ROLE = "urn:tenbin:role:";
  static final String PURPOSE = "urn:tenbin:purpose:";
  static final String ACT = "urn:tenbin:act:";
  static final String CONDITION = "urn:tenbin:condition:";

  /** What no other program can tell: it keeps a permission from reading wider than it is. */
  static final String ONLY_HERE = "urn:tenbin:only-here:";

  static final String CATEGORY = "urn:tenbin:category";
  static final String FIELD = "urn:tenbin:field";

  private OdrlTerms() {}

  /** ODRL's common vocabulary knows using; what else one does is the profile's. */
  static String action(Act act) {
    return act == Act.INFORM ? "use" : ACT + act.word();
  }
}
