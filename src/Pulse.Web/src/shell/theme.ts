import { createSignal } from "solid-js";

/** `system` uses the theme of the machine. */
export type Theme = "system" | "light" | "dark";

const storageKey = "pulse.theme";
const darkSystem = globalThis.matchMedia?.("(prefers-color-scheme: dark)");

const [theme, setThemeSignal] = createSignal<Theme>(read());

export { theme };

/** Chooses the theme for this browser. */
export function setTheme(next: Theme): void {
  setThemeSignal(next);
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // A browser without storage keeps the theme until the page is closed.
  }
  apply();
}

/** Applies the chosen theme, or that of the machine if none is chosen. Call it once, before the first paint. */
export function startTheme(): void {
  apply();
  darkSystem?.addEventListener("change", apply);
}

function apply(): void {
  const dark = theme() === "dark" || (theme() === "system" && darkSystem?.matches === true);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(storageKey);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}
