import { createComputed, on } from "solid-js";

/**
 * Remembers the focused element when a dialog opens, and focuses it when the dialog closes. Kobalte does this for dialogs with
 * their own trigger; the dialogs here open because of an address or a key. If the element has disappeared, the page gets the focus.
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

/** The entry of a menu disappears with the menu: the button of the menu replaces it. */
function focusHolder(): Element | null {
  const menu = document.activeElement?.closest("[role='menu']");
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : document.activeElement;
}
