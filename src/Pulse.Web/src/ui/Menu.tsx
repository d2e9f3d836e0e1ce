import { createSignal, lazy, Show, Suspense } from "solid-js";
import { buttonClass } from "./Button";
import type { MenuProps } from "./MenuItem";

const load = () => import("./LoadedMenu");
const LoadedMenu = lazy(load);

/**
 * A button that opens a list of actions. Until it is first pressed it is no more than that button: a thousand cards have a
 * menu each, and what makes one is as large as the rest of the page.
 */
export function Menu(props: MenuProps) {
  const [pressed, setPressed] = createSignal(false);
  const button = () => (
    <button
      type="button"
      class={buttonClass("quiet", props.icon)}
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setPressed(true)}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") {
          event.preventDefault();
          setPressed(true);
        }
      }}
    >
      {props.trigger}
    </button>
  );
  return (
    <Show when={pressed()} fallback={button()}>
      <Suspense fallback={button()}>
        <LoadedMenu {...props} />
      </Suspense>
    </Show>
  );
}
