package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Somebody at a window of one width who reads one language, and everything that is wrong with what
 * they are shown: errors of scripts and styles, requests to other hosts, sideways scrolling, words
 * that are missing, and what a reader without eyes would stumble over (WCAG 2.2: 1.1.1, 1.3.1,
 * 2.4.6, 3.1.1, 4.1.2).
 */
final class Looking implements AutoCloseable {
  private static final String STUMBLES =
      """
      () => {
        const found = [];
        const name = e => (e.getAttribute('aria-label') || '').trim()
          || (e.getAttribute('aria-labelledby') || '').split(/\\s+/).filter(i => i)
            .map(i => (document.getElementById(i) || {}).textContent || '').join(' ').trim()
          || [...(e.labels || [])].map(l => l.textContent).join(' ').trim();
        const tell = (what, e) => found.push(what + ': ' + e.outerHTML.slice(0, 160));
        if (document.querySelectorAll('h1').length !== 1)
          found.push(document.querySelectorAll('h1').length + ' h1');
        for (const e of document.querySelectorAll('input, select, textarea'))
          if (e.type !== 'hidden' && !name(e)) tell('no label', e);
        for (const e of document.querySelectorAll('button, a[href], summary'))
          if (!e.textContent.trim() && !name(e)) tell('no name', e);
        for (const e of document.querySelectorAll('img:not([alt]), svg:not([aria-hidden]):not([role])'))
          tell('no alternative', e);
        for (const e of document.querySelectorAll('table'))
          if (e.rows.length && !e.querySelector('th')) tell('no head', e);
        for (const e of document.querySelectorAll('fieldset'))
          if (!e.querySelector('legend')) tell('no legend', e);
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        ids.filter((i, at) => ids.indexOf(i) !== at).forEach(i => found.push('id twice: ' + i));
        let last = 1;
        for (const e of document.querySelectorAll('h1, h2, h3, h4')) {
          const level = Number(e.tagName[1]);
          if (level > last + 1) tell('a level of headings is left out', e);
          last = level;
        }
        return found;
      }
      """;

  /** Every page is photographed, not only one that is wrong: half of the time goes into it. */
  private static final boolean ALL_PICTURES = Boolean.getBoolean("tenbin.pictures");

  /** What other colours can change; the rest is looked at in the light. */
  private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

  /** Both languages and both widths: a page is looked at closely in these two. */
  private static final Set<String> CLOSELY = Set.of("en-GB 1280", "ja-JP 390");

  private final String address;
  private final String how;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  /**
   * Opens a window.
   *
   * @param how language and width: "ja-JP 390"
   */
  Looking(Browser browser, String address, String how) {
    this.address = address;
    this.how = how;
    String[] parts = how.split(" ", 2);
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(parts[0])
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(Integer.parseInt(parts[1]), 900));
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(address)) {
        complaints.add("leaves the host: " + request.url());
      }
    });
  }

  Page page() {
    return page;
  }

  /** Goes to a path of the hub. */
  void go(String path) {
    page.navigate(address + path.substring(1));
  }

  void as(String member) {
    go("/");
    page.locator("form:has(input[value=" + member + "]) button").first().click();
  }

  void asCustomer() {
    go("/");
    page.locator("form[action='/demo/look-as-customer'] button").click();
    page.waitForURL("**/portal/in");
  }

  /** Looks at what stands there; {@code target/pages} has a picture of what is wrong. */
  void look(String name) {
    look(name, () -> check(name));
  }

  private void look(String name, Runnable check) {
    if (ALL_PICTURES) {
      picture(name);
    }
    try {
      check.run();
    } catch (AssertionError wrong) {
      picture(name);
      throw wrong;
    }
  }

  private void check(String name) {
    assertThat(page.content()).as(name).doesNotContain("??");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(how.substring(0, 2));
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no sideways scrolling on " + name)
        .isEqualTo(true);
    assertThat((List<?>) page.evaluate(STUMBLES)).as(name).isEmpty();
    if (CLOSELY.contains(how)) {
      assertThat(barriers()).as(name).isEmpty();
    }
    assertThat(complaints).as(name).isEmpty();
  }

  /** Looks at it in dark colours: what cannot be read there is a barrier. */
  void lookInTheDark(String name) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    look(
        name + "-dark",
        () -> assertThat(found(axe().withRules(OF_COLOURS))).as("%s in the dark", name).isEmpty());
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  /** Looks at it as it would be printed: what stands there and nothing to click. */
  void lookOnPaper(String name) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    look(name + "-paper", () -> checkOnPaper(name));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void checkOnPaper(String name) {
    assertThat(page.locator("main h1").first().isVisible()).as("%s: its title", name).isTrue();
    for (String each : List.of("nav", "form button", ".no-print")) {
      assertThat(page.locator(each).all()).as("%s: %s", name, each).noneMatch(Locator::isVisible);
    }
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pages", name + "-" + how.replace(' ', '-') + ".png")));
  }

  /** What axe finds against WCAG 2.2, levels A and AA: its rule and the place. */
  private List<String> barriers() {
    return found(axe().withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")));
  }

  /** No page of ours has a frame, so none is opened to put the findings of frames together. */
  private AxeBuilder axe() {
    return new AxeBuilder(page).setLegacyMode(true);
  }

  private static List<String> found(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .flatMap(rule ->
            rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
        .toList();
  }

  /** What the page's main part says. */
  String text() {
    return page.locator("main").innerText();
  }

  @Override
  public void close() {
    context.close();
  }
}
