import { createEffect, onCleanup } from "solid-js";

const product = "Pulse";

/** Sets the title of the page, for the browser's tab and history, and for a screen reader. */
export function usePageTitle(title: () => string): void {
  createEffect(() => {
    document.title = `${title()} · ${product}`;
  });
  onCleanup(() => {
    document.title = product;
  });
}
