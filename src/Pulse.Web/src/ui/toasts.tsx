import { Toast, toaster } from "@kobalte/core/toast";
import X from "lucide-solid/icons/x";
import { Portal } from "solid-js/web";
import { buttonClass } from "./Button";
import styles from "./toasts.module.css";

/** Says something that no place on the page says: never what the page shows anyway. */
export function showToast(text: string): void {
  toaster.show((props) => (
    <Toast toastId={props.toastId} class={styles.toast}>
      <Toast.Description as="p">{text}</Toast.Description>
      <Toast.CloseButton class={buttonClass("quiet", true)} aria-label="Dismiss">
        <X size={16} aria-hidden="true" />
      </Toast.CloseButton>
    </Toast>
  ));
}

/** Where toasts appear. Once, in the app. */
export const Toasts = () => (
  <Portal>
    <Toast.Region limit={3} duration={8_000}>
      <Toast.List class={styles.list} />
    </Toast.Region>
  </Portal>
);
