package tenbin.hub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.Words;
import tenbin.desks.routes.book.Deed;
import tenbin.desks.routes.tell.Told;
import tenbin.web.signin.Visitor;

/**
 * The after-report of an incident for one reader.
 *
 * @param text in markdown
 * @param shown what it was made of
 */
record AfterFile(String text, List<Disclosure> shown) {
  static AfterFile of(RouteDoor door, Visitor visitor, Told told, Locale locale) {
    List<Disclosure> own = door.ownPrefixes(visitor, told, Help.MOST_OWN, Outlet.DOWNLOAD);
    List<String> deeds =
        door.deeds(visitor, told).stream().map(each -> said(each, locale)).toList();
    RouteView view = new RouteView(told);
    List<Disclosure> shown = new ArrayList<>(told.parts());
    shown.addAll(own);
    return new AfterFile(Help.report(view, door.help(told, own), deeds, locale), shown);
  }

  private static String said(Deed deed, Locale locale) {
    return deed.at()
        + " "
        + Words.of(deed.act()).in(locale)
        + (deed.reason().isEmpty() ? "" : ": " + deed.reason());
  }
}
