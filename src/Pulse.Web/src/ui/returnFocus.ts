import { createComputed, on } from "solid-js";

/**
 * Remembers what had the focus when a dialog opens, and gives it back when it closes. Kobalte does so for dialogs with a
 * trigger of their own; the ones here open because of an address or a key. What has vanished meanwhile leaves the focus to the page.
 */
export function createReturnFocus(open: () => boolean): (event: Event) => void {
  let opener: Element | null = null;
  createComputed(
    on(open, (isOpen) => {
      opener = isOpen ? focusHolder() : opener;
    }),
  );
  return (event) => {
    if (!event.defaultPrevented) {
      const target = opener?.isConnected ? opener : document.getElementById("main");
      (target as HTMLElement | null)?.focus({ preventScroll: true });
    }
  };
}

/** The entry of a menu vanishes with the menu: what opened the menu stands for it. */
function focusHolder(): Element | null {
  const menu = document.activeElement?.closest("[role='menu']");
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : document.activeElement;
}
