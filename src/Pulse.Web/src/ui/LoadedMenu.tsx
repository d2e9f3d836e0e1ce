import * as DropdownMenu from "@kobalte/core/dropdown-menu";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { buttonClass } from "./Button";
import styles from "./LoadedMenu.module.css";
import type { MenuProps } from "./MenuItem";

/** The menu itself, initially open. See {@link Menu}. */
export default function LoadedMenu(props: MenuProps & { landmark: Element }) {
  return (
    <DropdownMenu.Root gutter={4} placement="bottom-end" modal={false} defaultOpen>
      <DropdownMenu.Trigger class={buttonClass("quiet", props.icon)} aria-label={props.label}>
        {props.trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal mount={props.landmark}>
        <DropdownMenu.Content class={styles.menu}>
          <For each={props.items}>
            {(item) => (
              <DropdownMenu.Item
                class={`${styles.item} ${item.danger ? styles.danger : ""}`}
                disabled={item.disabled ?? false}
                onSelect={item.onSelect}
                aria-keyshortcuts={item.shortcut}
              >
                <Show when={item.icon}>{(icon) => <Dynamic component={icon()} size={16} />}</Show>
                <span>{item.label}</span>
                <Show when={item.shortcut}>
                  <span class={styles.shortcut} aria-hidden="true">
                    {item.shortcut}
                  </span>
                </Show>
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
