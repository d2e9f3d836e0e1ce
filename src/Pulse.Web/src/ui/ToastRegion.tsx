import * as Toast from "@kobalte/core/toast";
import X from "lucide-solid/icons/x";
import { Portal } from "solid-js/web";
import { buttonClass } from "./Button";
import styles from "./ToastRegion.module.css";

/** Adds a toast. See {@link showToast}. */
export function show(text: string): void {
  Toast.toaster.show((props) => (
    <Toast.Root toastId={props.toastId} class={styles.toast}>
      <Toast.Description as="p">{text}</Toast.Description>
      <Toast.CloseButton class={buttonClass("quiet", true)} aria-label="Dismiss">
        <X size={16} aria-hidden="true" />
      </Toast.CloseButton>
    </Toast.Root>
  ));
}

export default function ToastRegion() {
  return (
    <Portal>
      <Toast.Region limit={3} duration={8_000}>
        <Toast.List class={styles.list} />
      </Toast.Region>
    </Portal>
  );
}
