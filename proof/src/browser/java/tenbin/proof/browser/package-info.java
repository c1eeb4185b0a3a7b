/**
 * The pages in a real Chromium.
 *
 * <p>In: a hub in demo mode.
 *
 * <p>Out: what a person would see and a console would say.
 *
 * <p>Called by: the profile ui.
 *
 * <p>Never: runs in the usual build: its driver is 206 MB.
 */
@NullMarked
package tenbin.proof.browser;

import org.jspecify.annotations.NullMarked;
