import { type JSX, Show, splitProps } from "solid-js";
import styles from "./Button.module.css";
import { Spinner } from "./Spinner";

export type ButtonLook = "plain" | "primary" | "danger" | "quiet";

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  /** Only an icon is visible: set an `aria-label`. */
  icon?: boolean;
  /** The action runs: the button shows this, and does not start the action again. */
  busy?: boolean;
}

/** The classes of a button, for another element that looks like one, such as a link or the trigger of a menu. */
export const buttonClass = (look: ButtonLook = "plain", icon = false): string =>
  [styles.button, look === "plain" ? "" : styles[look], icon ? styles.icon : ""].filter(Boolean).join(" ");

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ["look", "icon", "busy", "children", "class", "onClick"]);
  // aria-disabled, not disabled: a pressed button must keep the focus while it works.
  const act: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy) {
      event.preventDefault();
      return;
    }
    (own.onClick as JSX.EventHandler<HTMLButtonElement, MouseEvent> | undefined)?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={own.busy || undefined}
      onClick={act}
      class={`${buttonClass(own.look, own.icon)} ${own.class ?? ""}`}
    >
      <Show when={own.busy}>
        <Spinner />
      </Show>
      {own.children}
    </button>
  );
}
