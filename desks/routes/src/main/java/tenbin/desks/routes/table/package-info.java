/**
 * The table of all routes: which vantage points have which prefix with which origin, which origins
 * there were before, which ASes stand beside each other.
 *
 * <p>In: announced, withdrawn, lost, one prefix at a time, with a minute.
 *
 * <p>Out: how many see a prefix, by whom it is and was originated, what lies around and inside it;
 * snapshots of it all.
 *
 * <p>Called by: the watch, the archives' feed, the pages, the export to attribution.
 *
 * <p>Never: keeps a path; holds an object for a prefix; judges.
 */
@NullMarked
package tenbin.desks.routes.table;

import org.jspecify.annotations.NullMarked;
