import { createSignal, lazy, Show, Suspense } from "solid-js";
import { buttonClass } from "./Button";
import type { MenuProps } from "./MenuItem";

const load = () => import("./LoadedMenu");
const LoadedMenu = lazy(load);

/**
 * A button that opens a list of actions. Before the first press it is only a button: a thousand cards have a
 * menu each, and the code of a menu is as large as the rest of the page.
 */
export function Menu(props: MenuProps) {
  // The landmark that contains the menu for a screen reader: the part of the page with the button.
  const [landmark, setLandmark] = createSignal<Element>();
  const open = (button: HTMLElement) => setLandmark(button.closest("main, header") ?? document.body);
  const button = () => (
    <button
      type="button"
      class={buttonClass("quiet", props.icon)}
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={load}
      onFocus={load}
      onClick={(event) => open(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") {
          event.preventDefault();
          open(event.currentTarget);
        }
      }}
    >
      {props.trigger}
    </button>
  );
  return (
    <Show when={landmark()} fallback={button()}>
      {(place) => (
        <Suspense fallback={button()}>
          <LoadedMenu {...props} landmark={place()} />
        </Suspense>
      )}
    </Show>
  );
}
