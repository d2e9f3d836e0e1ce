import "@testing-library/jest-dom/vitest";
import { toaster } from "@kobalte/core/toast";
import { cleanup, configure } from "@solidjs/testing-library";
import { afterAll, afterEach, vi } from "vitest";
import { markSignedOut } from "../api/sessionState";

// What jsdom lacks. Nothing is laid out in a test, so what asks for a size or moves the view may stay silent.
class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= SilentObserver;
globalThis.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
globalThis.matchMedia ??= (media: string) =>
  Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener() {}, removeListener() {} }) as MediaQueryList;
if (!navigator.clipboard) {
  let kept = "";
  const clipboard = {
    writeText: async (text: string) => {
      kept = text;
    },
    readText: async () => kept,
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: clipboard });
}

// A page with a late script is compiled when a test first opens it.
configure({ asyncUtilTimeout: 30_000 });

// Vitest has no globals here, so the library does not notice the end of a test; the state of modules outlives a page.
afterEach(() => {
  cleanup();
  toaster.clear();
  markSignedOut();
});

// A page preloads scripts that are likely to be needed next. If a test file ends during that, the modules are torn down while they load.
afterAll(() => vi.dynamicImportSettled());
