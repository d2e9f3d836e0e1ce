// Imported by parts: importing AlertDialog as a whole overwrites the parts of Dialog, and every dialog becomes an alert.
import * as KobalteAlert from "@kobalte/core/alert-dialog";
import * as Kobalte from "@kobalte/core/dialog";
import X from "lucide-solid/icons/x";
import { type JSX, Show } from "solid-js";
import { Button, buttonClass } from "./Button";
import styles from "./Dialog.module.css";
import { createReturnFocus } from "./returnFocus";

interface DialogProps {
  open: boolean;
  title: JSX.Element;
  /** The user asked to close: by Escape, the cross, or a click outside. The owner decides whether to close. */
  onClose: () => void;
  wide?: boolean;
  footer?: JSX.Element;
  children: JSX.Element;
}

/** A modal dialog: a title, a body that scrolls, and actions that stay in view. */
export function Dialog(props: DialogProps) {
  const returnFocus = createReturnFocus(() => props.open);
  let content: HTMLDivElement | undefined;
  // The focus starts in the first input, if there is one. Kobalte would choose the cross, which comes first.
  const startFocus = (event: Event) => {
    const field = content?.querySelector<HTMLElement>("form input, form select");
    if (field) {
      event.preventDefault();
      field.focus();
    }
  };
  return (
    <Kobalte.Root open={props.open} onOpenChange={(open) => !open && props.onClose()} modal>
      <Kobalte.Portal>
        <Kobalte.Overlay class={styles.scrim} />
        <div class={styles.place}>
          <Kobalte.Content
            ref={content}
            class={`${styles.dialog} ${props.wide ? styles.wide : ""}`}
            onOpenAutoFocus={startFocus}
            onCloseAutoFocus={returnFocus}
          >
            <header class={styles.header}>
              <Kobalte.Title as="h2">{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class={buttonClass("quiet", true)} aria-label="Close">
                <X size={18} aria-hidden="true" />
              </Kobalte.CloseButton>
            </header>
            <div class={styles.body}>{props.children}</div>
            <Show when={props.footer}>
              <footer class={styles.footer}>{props.footer}</footer>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  );
}

interface ConfirmProps {
  open: boolean;
  title: string;
  children: JSX.Element;
  /** The word on the button that confirms. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before an action that cannot be undone. The harmless answer has the focus. */
export function Confirm(props: ConfirmProps) {
  const returnFocus = createReturnFocus(() => props.open);
  return (
    <KobalteAlert.Root open={props.open} onOpenChange={(open) => !open && props.onCancel()} modal>
      <KobalteAlert.Portal>
        <KobalteAlert.Overlay class={styles.scrim} />
        <div class={styles.place}>
          <KobalteAlert.Content class={styles.dialog} onCloseAutoFocus={returnFocus}>
            <header class={styles.header}>
              <KobalteAlert.Title as="h2">{props.title}</KobalteAlert.Title>
            </header>
            <KobalteAlert.Description as="div" class={styles.body}>
              {props.children}
            </KobalteAlert.Description>
            <footer class={styles.footer}>
              {/* Kobalte would name the button "Dismiss", whatever its text is. */}
              <KobalteAlert.CloseButton class={buttonClass()} aria-label={props.cancel ?? "Cancel"}>
                {props.cancel ?? "Cancel"}
              </KobalteAlert.CloseButton>
              <Button look={props.danger ? "danger" : "primary"} busy={props.busy ?? false} onClick={props.onConfirm}>
                {props.confirm}
              </Button>
            </footer>
          </KobalteAlert.Content>
        </div>
      </KobalteAlert.Portal>
    </KobalteAlert.Root>
  );
}
