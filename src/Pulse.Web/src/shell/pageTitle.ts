import { createEffect, onCleanup } from "solid-js";

const product = "Pulse";

/** Names the page in the browser's tab and history, and for a screen reader that has just come to it. */
export function usePageTitle(title: () => string): void {
  createEffect(() => {
    document.title = `${title()} · ${product}`;
  });
  onCleanup(() => {
    document.title = product;
  });
}
